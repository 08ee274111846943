import GitMessages
import Glibc

extension Mirror {
    /// Looks whether the indexes of the packs are as they were written, before it is believed that the mirror lacks an
    /// object: libgit2 verifies the objects that it reads, but a damaged index hides them.
    ///
    /// An index ends with the SHA-1 of all before (gitformat-pack(5)).
    /// - Throws: `corruptMirror`.
    func checkIndexes() throws(GitFailure) {
        let folder = path + "/objects/pack"
        let names = Set(Directory.names(in: folder))
        for pack in names where pack.hasPrefix("pack-") && pack.hasSuffix(".pack") {
            let index = String(pack.dropLast(5)) + ".idx"
            guard names.contains(index), Self.isWhole(folder + "/" + index) else {
                throw GitFailure(code: .corruptMirror, text: "the index \(index) is damaged")
            }
        }
    }

    private static func isWhole(_ path: String) -> Bool {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > SHA1.length,
            let bytes = mmap(nil, status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0), bytes != MAP_FAILED
        else { return false }
        defer { munmap(bytes, status.st_size) }
        let content = UnsafeRawBufferPointer(start: bytes, count: status.st_size)
        let end = status.st_size - SHA1.length
        return SHA1.digest(of: UnsafeRawBufferPointer(rebasing: content[..<end])).elementsEqual(content[end...])
    }
}
