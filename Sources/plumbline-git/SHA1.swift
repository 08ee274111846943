/// The checksum at the end of git's own files (FIPS 180-4); of no use where somebody may mean harm.
enum SHA1 {
    /// Bytes.
    static let length = 20
    private static let block = 64

    static func digest(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
        var words = [UInt32](repeating: 0, count: 80)
        let whole = bytes.count / block * block
        for start in stride(from: 0, to: whole, by: block) {
            take(UnsafeRawBufferPointer(rebasing: bytes[start..<(start + block)]), &state, &words)
        }
        var rest = Array(bytes[whole...]) + [0x80]
        rest += [UInt8](repeating: 0, count: (block + 56 - rest.count % block) % block)
        withUnsafeBytes(of: UInt64(bytes.count * 8).bigEndian) { rest += $0 }
        rest.withUnsafeBytes { rest in
            for start in stride(from: 0, to: rest.count, by: block) {
                take(UnsafeRawBufferPointer(rebasing: rest[start..<(start + block)]), &state, &words)
            }
        }
        return state.flatMap { word in withUnsafeBytes(of: word.bigEndian) { Array($0) } }
    }

    /// One block of 64 bytes.
    private static func take(_ bytes: UnsafeRawBufferPointer, _ state: inout [UInt32], _ words: inout [UInt32]) {
        for index in 0..<16 {
            words[index] = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
        }
        for index in 16..<80 {
            let mixed = words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]
            words[index] = rotated(mixed, 1)
        }
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for index in 0..<80 {
            let (choice, constant): (UInt32, UInt32) =
                switch index {
                case ..<20: (b & c | ~b & d, 0x5A82_7999)
                case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
                case ..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
                default: (b ^ c ^ d, 0xCA62_C1D6)
                }
            let next = rotated(a, 5) &+ choice &+ e &+ constant &+ words[index]
            (e, d, c, b, a) = (d, c, rotated(b, 30), a, next)
        }
        for (index, word) in [a, b, c, d, e].enumerated() { state[index] &+= word }
    }

    private static func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 { word << bits | word >> (32 - bits) }
}
