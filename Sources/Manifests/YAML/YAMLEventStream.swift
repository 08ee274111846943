internal import CYaml

/// The events of one YAML text, in order, as libyaml reads them.
///
/// Yams carries libyaml, but its own tree is built by recursion over aliases and stops at the first duplicate key;
/// with the events every duplicate can be told, and the size of what aliases expand to is known before it is built.
final class YAMLEventStream {
    enum Event {
        case scalar(YAMLScalar, anchor: String?, tag: String?)
        case sequenceStart(anchor: String?, tag: String?)
        case sequenceEnd
        case mappingStart(anchor: String?, tag: String?)
        case mappingEnd
        case alias(String)
        case documentStart
        case documentEnd
        case streamEnd
    }

    /// The text is no YAML.
    struct SyntaxError: Error {
        var problem: String
        var line: Int
        var column: Int
    }

    /// On the heap, since libyaml keeps a pointer to its parser in the parser.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let text: UnsafeBufferPointer<UInt8>
    /// Line and column of the last event.
    private(set) var line = 1
    private(set) var column = 1

    /// The text, UTF-8 without a byte order mark, must stay in place for as long as the stream is used.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        parser = .allocate(capacity: 1)
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    func next() throws(SyntaxError) -> Event {
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxError() }
            defer { yaml_event_delete(&event) }
            line = event.start_mark.line + 1
            column = event.start_mark.column + 1
            if let event = Self.event(event) { return event }
        }
    }

    private static func event(_ event: yaml_event_t) -> Event? {
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            let value = YAMLScalar(
                text: String(decoding: bytes, as: UTF8.self),
                isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.tag == nil
            )
            return .scalar(value, anchor: string(scalar.anchor), tag: string(scalar.tag))
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            return .sequenceStart(anchor: string(start.anchor), tag: string(start.tag))
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            return .mappingStart(anchor: string(start.anchor), tag: string(start.tag))
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        case YAML_ALIAS_EVENT: return .alias(string(event.data.alias.anchor) ?? "")
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_STREAM_START_EVENT: return nil
        default: return .streamEnd
        }
    }

    private static func string(_ pointer: UnsafePointer<UInt8>?) -> String? {
        pointer.map { String(decodingCString: $0, as: UTF8.self) }
    }

    private static func string(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
        pointer.map { String(decodingCString: UnsafePointer($0), as: UTF8.self) }
    }
}

extension YAMLEventStream {
    private func syntaxError() -> SyntaxError {
        let error = parser.pointee
        let problem = error.problem.map { String(cString: $0) } ?? "it cannot be read"
        if error.error == YAML_READER_ERROR {
            let (line, column) = position(ofByte: error.problem_offset)
            return SyntaxError(problem: Self.explained(problem), line: line, column: column)
        }
        let mark = error.problem_mark
        var text = Self.explained(problem)
        if let context = error.context, error.context_mark.line != mark.line {
            text += " (\(String(cString: context)) that began in line \(error.context_mark.line + 1))"
        }
        return SyntaxError(problem: text, line: mark.line + 1, column: mark.column + 1)
    }

    /// Adds to libyaml's words what to do, where that is not plain.
    private static func explained(_ problem: String) -> String {
        switch problem {
        case "found character that cannot start any token":
            "a value cannot begin with this character: put the value in quotes, and use spaces, not tabs, to indent"
        case "mapping values are not allowed in this context":
            "a key is not allowed here: check the indentation, and put a text that has \": \" in it in quotes"
        case "could not find expected ':'", "did not find expected key":
            problem + ": check the indentation, and the quotes and brackets before it"
        case "Maximum nesting level reached, set with yaml_set_max_nest_level())":
            "far too many levels within one another: flatten it"
        case "control characters are not allowed":
            "control characters are not allowed: remove them"
        case "invalid leading UTF-8 octet", "invalid trailing UTF-8 octet", "incomplete UTF-8 octet sequence",
            "invalid length of a UTF-8 sequence", "invalid Unicode character":
            "the file is not UTF-8 here: save it as UTF-8"
        default: problem
        }
    }

    private func position(ofByte offset: Int) -> (line: Int, column: Int) {
        var (line, column) = (1, 1)
        for byte in text.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                (line, column) = (line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }
}
