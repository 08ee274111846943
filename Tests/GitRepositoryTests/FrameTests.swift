import Testing

@testable import GitMessages

@Suite("Frames")
struct FrameTests {
    @Test("messages come out as they went in, however the stream is cut")
    func piecewise() throws {
        let frames = try ["one", "", "zwölf"].flatMap { try Frame.encode($0) }
        for size in [1, 2, 3, 5, 100] {
            var decoder = FrameDecoder()
            var seen: [String] = []
            for start in stride(from: 0, to: frames.count, by: size) {
                decoder.append(frames[start..<min(start + size, frames.count)])
                while let payload = try decoder.next() { seen.append(String(decoding: payload, as: UTF8.self)) }
            }
            #expect(seen == ["\"one\"", "\"\"", "\"zwölf\""])
            #expect(decoder.isAtBoundary)
        }
    }

    @Test("the length comes first, in four bytes, the highest first")
    func layout() throws {
        #expect(try Frame.encode([1]) == [0, 0, 0, 3] + Array("[1]".utf8))
    }

    @Test("a frame past the bound is refused before its content has come")
    func bound() throws {
        #expect(throws: FrameError.tooLong(12)) { try Frame.encode("0123456789", maximumLength: 8) }
        var decoder = FrameDecoder(maximumLength: 8)
        decoder.append([0, 0, 0, 9])
        #expect(throws: FrameError.tooLong(9)) { try decoder.next() }
    }

    @Test("a megabyte of small frames takes as long as one large frame, not as its square")
    func manyFrames() throws {
        let frames = try (0..<200_000).flatMap { try Frame.encode($0) }
        var count = 0
        let time = try ContinuousClock().measure {
            var decoder = FrameDecoder()
            decoder.append(frames)
            while try decoder.next() != nil { count += 1 }
            #expect(decoder.isAtBoundary)
        }
        #expect(count == 200_000)
        #expect(time < .seconds(10))
    }

    @Test("half a frame is no frame, and no boundary either")
    func half() throws {
        var decoder = FrameDecoder()
        decoder.append([0, 0, 0, 3, 91])
        #expect(try decoder.next() == nil)
        #expect(!decoder.isAtBoundary)
    }
}
