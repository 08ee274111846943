import Testing

@testable import Controller

@Suite("Who holds which lease")
struct LeaseBookTests {
    @Test("one replica takes all, a second gets its half, a third its third")
    func sharing() {
        var world = LeaseWorld(replicas: 3, environments: 10)
        world.round(0)
        #expect(world.held(0).count == 10)
        for _ in 0..<4 { for index in [0, 1] { world.round(index) } }
        #expect([world.held(0).count, world.held(1).count] == [5, 5])
        for _ in 0..<6 { for index in [0, 1, 2] { world.round(index) } }
        #expect((0..<3).map { world.held($0).count }.sorted() == [3, 3, 4])
        #expect(world.heldTwice.isEmpty)
    }

    @Test("a replica that falls silent may act for nine tenths of the duration, and is taken over after the whole")
    func takeover() {
        var world = LeaseWorld(replicas: 2, environments: 1)
        world.round(0)
        #expect(world.held(0) == ["env-0"])
        world.seconds = 1
        world.round(1)
        world.seconds = 13.4
        #expect(world.held(0) == ["env-0"])
        world.seconds = 13.5
        #expect(world.held(0) == [])
        world.seconds = 15.9
        world.round(1)
        world.round(1)
        #expect(world.held(1) == [], "it saw the sign of life at second 1, so it waits until second 16")
        world.seconds = 16
        world.round(1)
        world.round(1)
        #expect(world.held(1) == ["env-0"])
        #expect(world.table.leases["env-0"]?.fence == 2)
    }

    @Test("with the default duration and a look every five seconds the work of a dead replica is taken within 30 s")
    func takeoverInTime() {
        var world = LeaseWorld(replicas: 2, environments: 4)
        for second in 0..<20 {
            world.seconds = Double(second)
            if second % 5 == 0 { world.round(0) }
            if second % 5 == 4 { world.round(1) }
        }
        #expect(world.held(0).count == 2 && world.held(1).count == 2)
        // Replica 0 is dead from here on.
        let death = world.seconds
        while world.held(1).count < 4, world.seconds < death + 60 {
            world.seconds += 1
            if Int(world.seconds) % 5 == 4 {
                world.round(1)
                world.round(1)
            }
        }
        #expect(world.seconds - death <= 30)
    }

    @Test("one that slept too long loses all before it does anything else, and begins a new session")
    func sleeper() {
        var world = LeaseWorld(replicas: 1, environments: 2)
        world.round(0)
        let session = world.replicas[0].book.session
        world.seconds = 3600
        #expect(world.held(0) == [])
        let now = world.now(0)
        let lost = world.replicas[0].book.expire(at: now, next: "later")
        #expect(lost.count == 2)
        #expect(world.replicas[0].book.session == "later")
        #expect(world.replicas[0].book.formerSession == session)
        for _ in 0..<2 { world.round(0) }
        #expect(world.held(0).count == 2)
        #expect(world.table.leases.values.allSatisfy { $0.fence == 2 })
        #expect(world.table.members.count == 1)
    }

    @Test("a sign of life that is answered too late brings nothing back without a word: a new session takes it again")
    func lateAnswer() {
        var world = LeaseWorld(replicas: 1, environments: 1)
        world.round(0)
        #expect(world.held(0) == ["env-0"])
        world.seconds = 5
        world.act(0, delay: 5)
        #expect(world.seconds == 15)
        #expect(world.held(0) == [], "who asked at second 14 was told no, and is told when that changes")
        #expect(world.replicas[0].book.formerSession == "session-0-0")
        world.round(0)
        #expect(world.held(0) == ["env-0"])
        #expect(world.table.leases["env-0"]?.fence == 2)
    }

    @Test("what is being worked on is not handed over until the work has ended")
    func busy() {
        var world = LeaseWorld(replicas: 2, environments: 2)
        world.round(0)
        for name in world.held(0) { world.replicas[0].book.begin(name) }
        for _ in 0..<3 { for index in [0, 1] { world.round(index) } }
        #expect(world.held(0).count == 2 && world.held(1).isEmpty)
        world.replicas[0].book.end("env-0")
        for _ in 0..<3 { for index in [0, 1] { world.round(index) } }
        #expect(world.held(0) == ["env-1"] && world.held(1) == ["env-0"])
    }

    @Test("a taking whose answer was lost is known at the next look")
    func lostAnswer() {
        var world = LeaseWorld(replicas: 1, environments: 1)
        world.act(0)
        world.act(0)
        world.act(0, .answerIsLost)
        #expect(world.held(0) == [])
        world.round(0)
        #expect(world.held(0) == ["env-0"])
        #expect(world.table.leases["env-0"]?.fence == 1)
    }

    @Test("a lease that somebody deleted from the table is not taken while its holder may still believe in it")
    func deletedFromOutside() {
        var world = LeaseWorld(replicas: 2, environments: 1)
        world.round(0)
        world.seconds = 1
        world.round(1)
        world.table.leases = [:]
        world.seconds = 2
        world.round(1)
        #expect(world.table.leases.isEmpty)
        world.round(0)
        #expect(world.held(0) == [], "its holder sees that it is gone")
        for second in stride(from: 5.0, through: 25, by: 5) {
            world.seconds = second
            for index in [0, 1] { world.round(index) }
        }
        #expect(world.held(0).count + world.held(1).count == 1)
        #expect(world.table.leases["env-0"]?.fence == 2, "the fence goes on from what was seen")
    }

    @Test("a replica that wants none, because it cannot read the manifests, keeps no share from the others")
    func wantsNone() {
        var world = LeaseWorld(replicas: 2, environments: 4)
        world.replicas[0].book.wanted = []
        for _ in 0..<3 { for index in [0, 1] { world.round(index) } }
        #expect(world.held(1).count == 4)
        world.replicas[0].book.wanted = world.replicas[1].book.wanted
        for _ in 0..<3 { for index in [0, 1] { world.round(index) } }
        #expect([world.held(0).count, world.held(1).count] == [2, 2])
    }

    @Test("environments that are no longer wanted are given back")
    func unwanted() {
        var world = LeaseWorld(replicas: 1, environments: 3)
        world.round(0)
        world.replicas[0].book.wanted = ["env-1"]
        world.round(0)
        #expect(world.held(0) == ["env-1"])
        #expect(world.table.leases["env-0"]?.holder == nil)
        #expect(world.table.leases["env-0"]?.fence == 1)
    }

    @Test("what cannot be shared evenly stays where it is when another replica comes, whatever their order")
    func odd() {
        for late in [0, 1] {
            var world = LeaseWorld(replicas: 2, environments: 3)
            for _ in 0..<3 { world.round(1 - late) }
            for _ in 0..<6 { for index in [0, 1] { world.round(index) } }
            #expect(world.held(1 - late).count == 2 && world.held(late).count == 1)
            #expect(world.table.leases.values.count { $0.fence == 1 } == 2, "one lease was handed over")
        }
    }

    @Test("one speaks for all, has no smaller share for it, and is followed by another when it falls silent")
    func forge() {
        var world = LeaseWorld(replicas: 2, environments: 4, withForge: true)
        for _ in 0..<5 { for index in [0, 1] { world.round(index) } }
        #expect(world.held(0).contains(Lease.forge) && !world.held(1).contains(Lease.forge))
        #expect([world.held(0).count, world.held(1).count] == [3, 2])
        for second in stride(from: 5.0, through: 30, by: 5) {
            world.seconds = second
            for _ in 0..<2 { world.round(1) }
        }
        #expect(world.held(0).isEmpty && world.held(1).count == 5)
        #expect(world.table.leases[Lease.forge]?.fence == 2)
    }

    @Test("what is asked of a holder is heard once, also when the mark cannot be removed at once")
    func asked() {
        var world = LeaseWorld(replicas: 2, environments: 2)
        for _ in 0..<4 { for index in [0, 1] { world.round(index) } }
        let name = world.held(1).first ?? ""
        world.table.leases[name]?.mark = "one"
        world.table.leases[name]?.asker = "jo"
        for _ in 0..<2 { world.act(1) }
        world.act(1, .isLost)
        #expect(world.table.leases[name]?.mark == "one")
        for _ in 0..<2 { for index in [0, 1] { world.round(index) } }
        #expect(world.table.leases[name]?.mark == nil)
        #expect(world.replicas[1].heard == [.asked(environment: name, by: "jo")])
        #expect(world.replicas[0].heard == [])
        world.table.leases[name]?.mark = "two"
        world.round(1)
        #expect(world.replicas[1].heard.count == 2)
    }

    @Test("a commit that one replica saw is told to those who have not seen it, once")
    func seen() {
        var world = LeaseWorld(replicas: 3, environments: 3)
        for _ in 0..<3 { for index in 0..<3 { world.round(index) } }
        world.replicas[0].book.seen = "c0ffee"
        world.replicas[1].book.seen = "c0ffee"
        for _ in 0..<3 { for index in 0..<3 { world.round(index) } }
        #expect(world.replicas[0].heard == [] && world.replicas[1].heard == [])
        #expect(world.replicas[2].heard == [.seen(commit: "c0ffee"), .seen(commit: "c0ffee")], "by both")
        world.replicas[2].book.seen = "c0ffee"
        for _ in 0..<3 { for index in 0..<3 { world.round(index) } }
        #expect(world.replicas.map(\.heard.count) == [0, 0, 2])
    }

    @Test("whatever the network, the clocks and the pauses do, never two hold one lease; left alone, they share evenly")
    func chaos() {
        for seed in 0..<60 {
            var random = SplitMix(UInt64(seed))
            let count = Int.random(in: 2...4, using: &random)
            var world = LeaseWorld(
                replicas: count, environments: 7,
                rates: (0..<count).map { _ in .random(in: 0.96...1.04, using: &random) }, withForge: true)
            var fences: [String: Int] = [:]
            for _ in 0..<1500 {
                let index = Int.random(in: 0..<count, using: &random)
                if Int.random(in: 0..<40, using: &random) == 0 { world.replicas[index].isAlive.toggle() }
                world.seconds += .random(in: 0..<2, using: &random)
                if world.replicas[index].isAlive {
                    let fate =
                        [LeaseWorld.Fate.arrives, .arrives, .arrives, .isLost, .answerIsLost]
                        .randomElement(using: &random) ?? .arrives
                    world.act(index, fate, delay: .random(in: 0..<3, using: &random))
                }
                guard world.heldTwice.isEmpty else {
                    Issue.record("seed \(seed): \(world.heldTwice) held twice at second \(world.seconds)")
                    return
                }
                for (name, record) in world.table.leases {
                    #expect(record.fence >= fences[name] ?? 0)
                    fences[name] = record.fence
                }
            }
            for _ in 0..<20 {
                world.seconds += 4
                for index in 0..<count { world.round(index) }
            }
            #expect((0..<count).count { world.held($0).contains(Lease.forge) } == 1, "seed \(seed)")
            let shares = (0..<count).map { world.held($0).count { $0 != Lease.forge } }
            #expect(shares.reduce(0, +) == 7, "seed \(seed): \(shares)")
            #expect((shares.max() ?? 0) - (shares.min() ?? 0) <= 1, "seed \(seed): \(shares)")
        }
    }
}

/// Chance that a test can repeat.
private struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
