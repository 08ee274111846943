import Foundation

@testable import Forge

/// An answer of a forge or a chat: `- 429`, headers, an empty line, the body.
///
/// No answer makes anybody wait for more than an hour, and what is wrong is told in one line.
enum ForgesTarget {
    static func take(_ input: [UInt8]) throws(BrokenPromise) {
        let text = HTTPText(input)
        let response = ForgeResponse(
            status: text.words.dropFirst().first.flatMap { Int($0) } ?? 200, headers: text.headersByName,
            body: Data(text.body))
        let now = Date(timeIntervalSince1970: 1_795_000_000)
        let answer = ForgeAnswer(response: response, operation: "comment on pull request 7", now: now)
        if let patience = answer.patience {
            try promise((.zero ... .seconds(3600)).contains(patience), "a wait of \(patience) before the next request")
        }
        guard let error = answer.error else { return }
        try promise(error.description.utf8.count < 4000, "\(error.description.utf8.count) bytes of an error")
        try promise(!error.description.contains(where: \.isNewline), "an error of several lines: \(error)")
    }
}
