import Foundation
import FuzzTargets

/// What is fuzzed, by the variable that fuzz.py sets.
private let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["PLUMBLINE_FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        fatalError("PLUMBLINE_FUZZ_TARGET must be one of \(FuzzTarget.allCases.map(\.rawValue)), not \"\(name)\"")
    }
    return target
}()

/// libFuzzer's entry (https://llvm.org/docs/LibFuzzer.html): it calls this with one input after the other.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        try target.take(Array(UnsafeBufferPointer(start: bytes, count: count)))
    } catch {
        fatalError("\(error)")
    }
    return 0
}
