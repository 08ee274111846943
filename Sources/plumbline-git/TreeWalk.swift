import CLibgit2
import GitMessages
import Glibc

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Collects the files of a tree, depth first, in the tree's own order.
struct TreeWalk {
    /// Deeper trees are not made by people.
    private static let maximumDepth = 256
    /// Entries of all trees. One tree can stand in a commit any number of times and costs its author nothing, so ten small ones
    /// within one another can hold more files than there is memory.
    private static let maximumEntries = 2_000_000
    /// Files, links and submodules that are asked for.
    private static let maximumFiles = 100_000

    let request: TreeRequest
    private(set) var files: [TreeFile] = []
    private var total = 0
    private var entryCount = 0

    init(request: TreeRequest) {
        self.request = request
    }

    mutating func visit(
        tree id: git_oid,
        at prefix: String,
        in repository: borrowing GitHandle,
        depth: Int = 0
    ) throws {
        guard depth < Self.maximumDepth else {
            throw GitFailure(code: .tooLarge, text: "\(prefix) lies more than \(Self.maximumDepth) directories deep")
        }
        let tree = try GitHandle.tree(id, in: repository)
        for index in 0..<git_tree_entrycount(tree.pointer) {
            guard let entry = git_tree_entry_byindex(tree.pointer, index), let name = git_tree_entry_name(entry) else {
                continue
            }
            entryCount += 1
            guard entryCount <= Self.maximumEntries else {
                throw GitFailure(
                    code: .tooLarge, text: "the commit has more than \(Self.maximumEntries) files and directories")
            }
            let path = prefix + Self.shown(UnsafeRawBufferPointer(start: name, count: strlen(name)))
            if git_tree_entry_type(entry) == GIT_OBJECT_TREE, let child = git_tree_entry_id(entry)?.pointee {
                try visit(tree: child, at: path + "/", in: repository, depth: depth + 1)
            } else {
                try take(entry, at: path, in: repository)
            }
        }
    }

    /// Adds one entry that is not a tree, if it is asked for.
    mutating func take(_ entry: OpaquePointer, at path: String, in repository: borrowing GitHandle) throws {
        guard let id = git_tree_entry_id(entry)?.pointee else { return }
        let kind = Self.kind(of: entry)
        if kind == .submodule {
            return try add(TreeFile(path: path, id: id.hex, size: 0, content: nil, kind: kind))
        }
        let suffixes = request.suffixes
        guard kind == .symlink || suffixes.isEmpty || suffixes.contains(where: { path.hasSuffix($0) }) else { return }
        let size = try Self.size(of: id, in: repository)
        guard size <= request.maximumFileSize else {
            return try add(TreeFile(path: path, id: id.hex, size: size, content: nil, kind: kind))
        }
        total += size
        guard total <= request.maximumTotalSize else {
            throw GitFailure(
                code: .tooLarge,
                text: "the files to read hold more than \(request.maximumTotalSize >> 20) MiB together"
            )
        }
        let blob = try GitHandle.blob(id, in: repository)
        let content = git_blob_rawcontent(blob.pointer).map { Data(bytes: $0, count: size) } ?? Data()
        try add(TreeFile(path: path, id: id.hex, size: size, content: content, kind: kind))
    }

    private mutating func add(_ file: TreeFile) throws(GitFailure) {
        guard files.count < Self.maximumFiles else {
            throw GitFailure(code: .tooLarge, text: "the commit has more than \(Self.maximumFiles) files to read")
        }
        files.append(file)
    }

    /// A file's name as text. Bytes that are no UTF-8, and what would break a line of output in two or turn it round,
    /// stand as git shows them, `\351`, and so does the backslash: no two names look alike.
    private static func shown(_ name: UnsafeRawBufferPointer) -> String {
        let isPlain = name.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
        if isPlain, let text = String(validating: name, as: UTF8.self), !text.unicodeScalars.contains(where: isControl)
        {
            return text
        }
        return name.reduce(into: "") { text, byte in
            if byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\\") {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "\\" + String(512 + Int(byte), radix: 8).dropFirst()
            }
        }
    }

    /// Line ends and changes of the writing direction are more than those of ASCII.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        }
    }

    private static func kind(of entry: OpaquePointer) -> TreeFile.Kind {
        switch git_tree_entry_filemode(entry) {
        case GIT_FILEMODE_LINK: .symlink
        case GIT_FILEMODE_COMMIT: .submodule
        default: .file
        }
    }

    /// Reads the size without the content.
    private static func size(of id: git_oid, in repository: borrowing GitHandle) throws(LibGit2Error) -> Int {
        let odb = try GitHandle.odb(of: repository)
        let pointer = odb.pointer
        var size = 0
        var type = GIT_OBJECT_INVALID
        try LibGit2.call("read a file's size") {
            withUnsafePointer(to: id) { git_odb_read_header(&size, &type, pointer, $0) }
        }
        return size
    }
}
