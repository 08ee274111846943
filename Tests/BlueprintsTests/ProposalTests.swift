import Foundation
import Model
import Testing

@testable import Blueprints

/// The deploy project's own script, taken out of its buildspec as CodeBuild would, run against a repository.
@Suite("The commit of a new tag", .serialized)
struct ProposalTests {
    private static let manifests = """
        kind: Node
        spec:
          image: { repository: tooltwist-acme, tag: initial }  # tag: as built
          # image: { repository: tooltwist-acme, tag: old }
        ---
        kind: Node
        spec:
          image: { repository: tooltwist-acme-other, tag: keep }
        ---
        kind: Node
        spec:
          image:
            # of the tests
            tag: 'first'

            repository: block.app
        ---
        kind: Node
        spec:
          image: { repository: shared, tag: a }
        ---
        kind: Extra
        spec:
          image: { repository: shared, tag: b } # plumbline:shared

        """

    @Test("changes the one line of its image, whatever the spelling, and nothing else")
    func commits() async throws {
        let forge = try await Forge(Self.manifests)
        let finished = try await forge.propose("tooltwist-acme", "1234567")
        #expect(finished.code == 0, "\(finished.said)")
        // Unquoted, seven digits would be a number.
        let expected = Self.manifests.replacing(
            "repository: tooltwist-acme, tag: initial }", with: "repository: tooltwist-acme, tag: \"1234567\" }")
        #expect(try await forge.file() == expected)
        #expect(
            try await forge.git("log", "-1", "--format=%an <%ae>|%s", "main")
                == "Plumbline pipeline dev/acme <ops@example.com>|Deploy tooltwist-acme:1234567")
        let block = try await forge.propose("block.app", "abc")
        #expect(block.code == 0, "\(block.said)")
        #expect(try await forge.file() == expected.replacing("tag: 'first'", with: "tag: \"abc\""))
    }

    @Test("makes no commit when the tag is there already")
    func repeated() async throws {
        let forge = try await Forge(Self.manifests)
        _ = try await forge.propose("tooltwist-acme", "v2")
        let head = try await forge.git("rev-parse", "main")
        let again = try await forge.propose("tooltwist-acme", "v2")
        #expect(again.code == 0 && again.said.contains("already"))
        #expect(try await forge.git("rev-parse", "main") == head)
    }

    @Test(
        "fails and pushes nothing when there is not exactly one line",
        arguments: [
            ("nowhere", "", "no line has a tag beside repository: nowhere"),
            ("blockXapp", "", "no line has a tag beside repository: blockXapp"),
            ("shared", "", "several lines (20 24) have a tag beside repository: shared"),
            ("shared", "plumbline:other", "no line has a tag with the comment # plumbline:other"),
        ])
    func refuses(_ image: String, _ marker: String, _ message: String) async throws {
        let forge = try await Forge(Self.manifests)
        let head = try await forge.git("rev-parse", "main")
        let finished = try await forge.propose(image, "v2", ["CONFIG_MARKER": marker])
        #expect(finished.code != 0)
        #expect(finished.said.contains(message), "\(finished.said)")
        #expect(try await forge.git("rev-parse", "main") == head)
    }

    @Test("a comment tells the line where several have the image")
    func marked() async throws {
        let forge = try await Forge(Self.manifests)
        let finished = try await forge.propose("shared", "v2", ["CONFIG_MARKER": "plumbline:shared"])
        #expect(finished.code == 0, "\(finished.said)")
        #expect(try await forge.file() == Self.manifests.replacing("tag: b }", with: "tag: \"v2\" }"))
    }

    @Test("begins again from what somebody else has pushed meanwhile")
    func races() async throws {
        let forge = try await Forge(Self.manifests)
        try await forge.beatFirstPush(adding: "# somebody else\n")
        let finished = try await forge.propose("tooltwist-acme", "v2")
        #expect(finished.code == 0, "\(finished.said)")
        #expect(finished.said.contains("attempt 1 of 5"))
        let file = try await forge.file()
        #expect(file.hasSuffix("# somebody else\n") && file.contains("tag: \"v2\""))
    }

    @Test("for a pull request it moves a branch of its own, and leaves the followed one alone")
    func branch() async throws {
        let forge = try await Forge(Self.manifests)
        let head = try await forge.git("rev-parse", "main")
        for tag in ["v2", "v3"] {
            let finished = try await forge.propose("tooltwist-acme", tag, ["CONFIG_MODE": "branch"])
            #expect(finished.code == 0, "\(finished.said)")
        }
        #expect(try await forge.git("rev-parse", "main") == head)
        #expect(try await forge.git("rev-parse", "plumbline/dev/acme^") == head, "one commit, on what is followed")
        #expect(try await forge.git("show", "plumbline/dev/acme:nodes/dev.yaml").contains("tag: \"v3\""))
    }

    @Test(
        "refuses a link, a missing file, a missing branch and a tag that is none",
        arguments: [
            (["CONFIG_FILE": "link.yaml"], "link.yaml is no file"),
            (["CONFIG_FILE": "gone.yaml"], "gone.yaml is no file"),
            (["CONFIG_BRANCH": "gone"], "there is no branch gone"), (["IMAGE_TAG": "a b"], "is none"),
            (["IMAGE_TAG": ""], "is none"),
        ])
    func guards(_ variables: [String: String], _ message: String) async throws {
        let forge = try await Forge(Self.manifests)
        let finished = try await forge.propose("tooltwist-acme", "v2", variables)
        #expect(finished.code != 0 && finished.said.contains(message), "\(finished.said)")
    }
}
