import CLibgit2

extension git_oid {
    /// Parses all forty digits.
    init(hex: String) throws(LibGit2Error) {
        self.init()
        var parsed = git_oid()
        try LibGit2.call("read the commit id \(hex)") { git_oid_fromstr(&parsed, hex) }
        self = parsed
    }

    /// The forty digits.
    var hex: String {
        var copy = self
        var digits = [CChar](repeating: 0, count: Int(GIT_OID_HEXSZ) + 1)
        git_oid_tostr(&digits, digits.count, &copy)
        return String(decoding: digits.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func equals(_ other: git_oid) -> Bool {
        withUnsafePointer(to: self) { mine in
            withUnsafePointer(to: other) { git_oid_equal(mine, $0) == 1 }
        }
    }

    var isZero: Bool { withUnsafePointer(to: self) { git_oid_is_zero($0) == 1 } }
}
