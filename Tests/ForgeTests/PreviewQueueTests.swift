import Foundation
import Testing

@testable import Forge

@Suite("Which pull requests are planned")
struct PreviewQueueTests {
    private let now = Date(timeIntervalSince1970: 0)

    @Test("they are planned in the order of arrival, as many at once as the width")
    func order() {
        var queue = PreviewQueue(width: 2)
        for number in [3, 1, 2] { #expect(queue.moved(number, to: "h\(number)") == []) }
        #expect(queue.next(at: now) == [.begin(number: 3, head: "h3"), .begin(number: 1, head: "h1")])
        #expect(queue.next(at: now) == [])
        queue.ended(3, .done)
        #expect(queue.next(at: now) == [.begin(number: 2, head: "h2")])
    }

    @Test("a newer head takes the place of one that waits, and ends one that runs")
    func newest() {
        var queue = PreviewQueue(width: 1)
        _ = queue.moved(1, to: "a")
        _ = queue.moved(1, to: "b")
        #expect(queue.next(at: now) == [.begin(number: 1, head: "b")])
        #expect(queue.moved(1, to: "b") == [], "the same word twice is one")
        #expect(queue.moved(1, to: "c") == [.end(number: 1)])
        #expect(queue.next(at: now) == [])
        queue.ended(1, .dropped)
        #expect(queue.next(at: now) == [.begin(number: 1, head: "c")])
        queue.ended(1, .moved(to: "d"))
        #expect(queue.next(at: now) == [.begin(number: 1, head: "d")])
        #expect(queue.moved(1, to: "c") == [.end(number: 1)])
        #expect(queue.moved(1, to: "d") == [], "what runs is wanted again")
        queue.ended(1, .done)
        #expect(queue.next(at: now) == [])
    }

    @Test("one that was closed is forgotten, and what runs for it ended")
    func closed() {
        var queue = PreviewQueue(width: 1)
        _ = queue.moved(1, to: "a")
        _ = queue.moved(2, to: "b")
        _ = queue.next(at: now)
        #expect(queue.closed(2) == [])
        #expect(queue.closed(1) == [.end(number: 1)])
        queue.ended(1, .dropped)
        #expect(queue.next(at: now) == [])
    }

    @Test("a list brings what no webhook told, and nothing that is done with")
    func list() {
        var queue = PreviewQueue(width: 9)
        #expect(queue.listed([(1, "a"), (2, "b")], at: now) == [])
        #expect(queue.next(at: now).count == 2)
        queue.ended(1, .done)
        queue.ended(2, .givenUp)
        #expect(queue.listed([(1, "a"), (2, "b")], at: now) == [])
        #expect(queue.next(at: now) == [])
        _ = queue.listed([(1, "a2"), (2, "b")], at: now)
        #expect(queue.next(at: now) == [.begin(number: 1, head: "a2")])
        #expect(queue.listed([(2, "b")], at: now) == [.end(number: 1)], "it is no longer open")
    }

    @Test("a failure is tried again in its time, and five in a row end it until the head moves")
    func failures() {
        var queue = PreviewQueue(width: 1)
        _ = queue.moved(1, to: "a")
        for attempt in 1...5 {
            let time = now + Double(attempt) * 100
            #expect(queue.next(at: time) == [.begin(number: 1, head: "a")])
            queue.ended(1, .failed(again: time + 60))
            #expect(queue.next(at: time + 59) == [])
            #expect(queue.listed([(1, "a")], at: time + 59) == [])
            #expect(queue.wakes == (attempt < 5 ? time + 60 : nil))
        }
        #expect(queue.next(at: now + 9999) == [])
        _ = queue.moved(1, to: "b")
        #expect(queue.next(at: now) == [.begin(number: 1, head: "b")], "a new head begins anew")
    }
}
