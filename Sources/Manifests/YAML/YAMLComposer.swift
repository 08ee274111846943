/// Builds the trees of one file's YAML documents, within limits, and tells every duplicate key.
struct YAMLComposer {
    /// Levels of mappings and lists within one another.
    static let depthLimit = 32
    /// Values in one file, with all aliases followed.
    static let nodeLimit = 10_000
    /// Documents in one file.
    static let documentLimit = 500
    /// Bytes of one key. It becomes part of the path of every value below it, and nothing in AWS has a longer name.
    static let keyLimit = 1024

    private typealias Event = YAMLEventStream.Event

    /// What a file holds: its documents that are not empty, and what is wrong with it.
    struct Result {
        var documents: [YAMLNode] = []
        var problems: [(message: String, place: Place)] = []
    }

    /// A problem after which the rest of the file cannot be read.
    private struct Stop: Error {
        var message: String
        var place: Place
    }

    private let events: YAMLEventStream
    private let file: Int32
    private var anchors: [String: YAMLNode] = [:]
    private var nodeCount = 0
    private var result = Result()

    /// Reads a file's bytes; the file's number goes into every place.
    static func compose(_ bytes: [UInt8], file: Int32) -> Result {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = Place(file: file, line: 1, column: 1)
        // Without a mark UTF-16 and UTF-32 show by their zeros: YAML begins with an ASCII character.
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(2).contains(0) {
            return Result(problems: [("the file is UTF-16: save it as UTF-8", start)])
        }
        let content = bytes[(bytes.starts(with: mark) ? mark.count : 0)...]
        // An empty array may have no address, and libyaml wants one.
        guard !content.isEmpty else { return Result() }
        return content.withUnsafeBufferPointer { text in
            var composer = YAMLComposer(events: YAMLEventStream(text), file: file)
            composer.run()
            return composer.result
        }
    }

    private init(events: YAMLEventStream, file: Int32) {
        self.events = events
        self.file = file
    }

    private var place: Place { Place(file: file, line: Int32(events.line), column: Int32(events.column)) }

    private mutating func run() {
        do throws(Stop) {
            var count = 0
            while true {
                guard case .documentStart = try next() else { return }
                count += 1
                guard count <= Self.documentLimit else {
                    throw Stop(
                        message: "more than \(Self.documentLimit) documents in one file: split it",
                        place: place
                    )
                }
                anchors = [:]
                let node = try node(from: try next(), depth: 0)
                if !node.isNull { result.documents.append(node) }
                _ = try next()
            }
        } catch {
            result.problems.append((error.message, error.place))
        }
    }

    private func next() throws(Stop) -> Event {
        do throws(YAMLEventStream.SyntaxError) {
            return try events.next()
        } catch {
            throw Stop(
                message: "not valid YAML: \(error.problem)",
                place: Place(file: file, line: Int32(error.line), column: Int32(error.column))
            )
        }
    }

    private mutating func node(from event: Event, depth: Int) throws(Stop) -> YAMLNode {
        let start = place
        switch event {
        case .alias(let name):
            guard var node = anchors[name] else {
                let name = YAMLScalar.printable(name)
                throw Stop(message: "the alias *\(name) has no anchor &\(name) before it", place: start)
            }
            try count(node.size, depth: depth + node.height, at: start)
            node.place = start
            return node
        case .scalar(let scalar, let anchor, let tag):
            try count(1, depth: depth, at: start)
            check(tag, allowing: "tag:yaml.org,2002:str", at: start)
            return register(YAMLNode(content: .scalar(scalar), place: start), anchor)
        case .sequenceStart(let anchor, let tag):
            check(tag, allowing: "tag:yaml.org,2002:seq", at: start)
            return register(try sequence(at: start, depth: depth), anchor)
        case .mappingStart(let anchor, let tag):
            check(tag, allowing: "tag:yaml.org,2002:map", at: start)
            return register(try mapping(at: start, depth: depth), anchor)
        case .sequenceEnd, .mappingEnd, .documentStart, .documentEnd, .streamEnd:
            throw Stop(message: "not valid YAML: a value is missing", place: start)
        }
    }

    private mutating func sequence(at start: Place, depth: Int) throws(Stop) -> YAMLNode {
        try count(1, depth: depth + 1, at: start)
        var result = YAMLNode(content: .sequence([]), place: start, height: 1)
        var elements: [YAMLNode] = []
        while true {
            let event = try next()
            if case .sequenceEnd = event { break }
            let element = try node(from: event, depth: depth + 1)
            result.size += element.size
            result.height = max(result.height, element.height + 1)
            elements.append(element)
        }
        result.content = .sequence(elements)
        return result
    }

    private mutating func mapping(at start: Place, depth: Int) throws(Stop) -> YAMLNode {
        try count(1, depth: depth + 1, at: start)
        var result = YAMLNode(content: .mapping([]), place: start, height: 1)
        var entries: [YAMLNode.Entry] = []
        var lines: [String: Int32] = [:]
        while true {
            let event = try next()
            if case .mappingEnd = event { break }
            let key = try node(from: event, depth: depth + 1)
            let value = try node(from: try next(), depth: depth + 1)
            result.size += key.size + value.size
            result.height = max(result.height, value.height + 1)
            guard case .scalar(let name) = key.content else {
                problem("a key must be text, but this is \(key.description)", at: key.place)
                continue
            }
            if name.text.utf8.count > Self.keyLimit {
                problem("a key must not have more than \(Self.keyLimit) bytes", at: key.place)
            } else if name.isPlain, name.text == "<<" {
                problem("YAML's merge key << is not supported: use spec.base to share a description", at: key.place)
            } else if let line = lines.updateValue(key.place.line, forKey: name.text) {
                lines[name.text] = line
                problem(
                    "duplicate key \(YAMLScalar.quoted(name.text)): it is already in line \(line)",
                    at: key.place
                )
            } else {
                entries.append(.init(key: name.text, keyPlace: key.place, value: value))
            }
        }
        result.content = .mapping(entries)
        return result
    }

    private mutating func register(_ node: YAMLNode, _ anchor: String?) -> YAMLNode {
        if let anchor { anchors[anchor] = node }
        return node
    }

    /// Counts before anything is built, so that no alias can make more than the limit.
    private mutating func count(_ nodes: Int, depth: Int, at place: Place) throws(Stop) {
        guard depth <= Self.depthLimit else {
            throw Stop(message: "more than \(Self.depthLimit) levels within one another: flatten it", place: place)
        }
        nodeCount += nodes
        guard nodeCount <= Self.nodeLimit else {
            throw Stop(
                message: "more than \(Self.nodeLimit) values in one file, with its aliases followed: split it",
                place: place
            )
        }
    }

    private mutating func check(_ tag: String?, allowing allowed: String, at place: Place) {
        guard let tag, tag != allowed, tag != "!" else { return }
        let standard = "tag:yaml.org,2002:"
        let name = tag.hasPrefix(standard) ? "!!" + tag.dropFirst(standard.count) : tag
        problem("the YAML tag \(YAMLScalar.quoted(name)) has no meaning here: remove it", at: place)
    }

    private mutating func problem(_ message: String, at place: Place) {
        result.problems.append((message, place))
    }
}
