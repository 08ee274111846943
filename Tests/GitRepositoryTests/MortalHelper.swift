import Foundation

/// An executable to be taken for `plumbline-git`, which dies at one kind of message as often as it is told to.
struct MortalHelper {
    /// Where in the life of a request.
    enum Point: String, CaseIterable, Sendable { case before, working, after }

    let executable: String
    private let lives: String

    init(_ playground: Playground, at kind: String, _ point: Point, deaths: Int) throws {
        let name = "\(playground.path)/\(kind)-\(point)-\(deaths)"
        (executable, lives) = (name, name + ".lives")
        try "\(deaths)\n".write(toFile: lives, atomically: true, encoding: .utf8)
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Peers/mortal.py"
        let python = try Shell.run("which", "python3")
        let text = """
            #!/bin/sh
            exec \(python) -ES "\(script)" "\(Playground.executable)" \(kind) \(point) "\(lives)"

            """
        try playground.write(script: text, to: executable)
    }

    /// How many deaths are still to come.
    var left: Int? {
        (try? String(contentsOfFile: lives, encoding: .utf8)).flatMap { Int($0.trimmingCharacters(in: .newlines)) }
    }
}
