internal import CYaml

/// What a file of the status branch may ask of its reader.
///
/// Plumbline wrote these files, but whoever may push to the branch can have put others in their place. Yams builds its tree by
/// recursion and follows aliases without a limit, so the text is looked through, event by event, before Yams gets it.
struct YAMLLimits {
    /// Bytes; above what the inventory of ten thousand resources takes.
    var bytes = 16 << 20
    /// Mappings and lists within one another; a status needs four.
    var depth = 32
    /// Scalars, lists and mappings.
    var values = 1_000_000

    /// Why a text is not read.
    enum Refusal: Error, Equatable {
        case tooLarge, tooDeep, tooManyValues
        /// Nothing that Plumbline writes refers to itself.
        case hasAliases
        case notYAML
    }

    func check(_ text: [UInt8]) throws(Refusal) {
        guard text.count <= bytes else { throw .tooLarge }
        // An empty array may have no address, and libyaml wants one.
        guard !text.isEmpty else { return }
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        yaml_parser_initialize(parser)
        defer {
            yaml_parser_delete(parser)
            parser.deallocate()
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        let refusal = text.withUnsafeBufferPointer { text -> Refusal? in
            yaml_parser_set_input_string(parser, text.baseAddress, text.count)
            do throws(Refusal) { try walk(parser) } catch { return error }
            return nil
        }
        if let refusal { throw refusal }
    }

    private func walk(_ parser: UnsafeMutablePointer<yaml_parser_t>) throws(Refusal) {
        var (level, count) = (0, 0)
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { throw .notYAML }
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_STREAM_END_EVENT: return
            case YAML_ALIAS_EVENT: throw .hasAliases
            case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT: (level, count) = (level + 1, count + 1)
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: level -= 1
            case YAML_SCALAR_EVENT: count += 1
            default: continue
            }
            guard level <= depth else { throw .tooDeep }
            guard count <= values else { throw .tooManyValues }
        }
    }
}
