extension FieldType where Value == String {
    /// A connection of CodeConnections, also under the service's former name.
    static let connectionArn = text(
        pattern:
            "^arn:aws[a-z-]*:(codeconnections|codestar-connections):[a-z0-9-]+:[0-9]{12}:connection/[0-9a-f-]{36}$",
        lengths: 20...256
    ) { text in
        let arn = ARN(text)
        let id = arn?.resource.hasPrefix("connection/") == true ? arn?.resource.dropFirst("connection/".count) : nil
        let isRight =
            ["codeconnections", "codestar-connections"].contains(arn?.service) && arn?.region.isEmpty == false
            && arn?.hasAccount == true
            && id.map { $0.utf8.count == 36 && String($0).consists(of: "0123456789abcdef-") }
                == true
        return isRight
            ? nil
            : "a connection's ARN such as "
                + "arn:aws:codeconnections:ap-southeast-1:123456789012:connection/01234567-89ab-cdef-0123-456789abcdef"
    }

    /// A repository at a forge; in GitLab its owner may be a path of groups.
    static let hostedRepository = text(
        pattern: "^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$", lengths: 3...300
    ) { text in
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isRight =
            parts.count > 1 && !text.hasSuffix(".git")
            && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && $0.consists(of: .letters, .digits, "_.-") }
        return isRight ? nil : "OWNER/NAME, without a host and without .git"
    }

    /// By the rules of git-check-ref-format, and without what a shell would read.
    static let branch = text(pattern: "^[A-Za-z0-9_][A-Za-z0-9_./+#@=-]*$", lengths: 1...200) { name in
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isRight =
            name.consists(of: .letters, .digits, "_./+#@=-") && name.first.map { "./+#@=-".contains($0) } == false
            && !name.contains("..") && !name.hasSuffix(".")
            && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.hasSuffix(".lock") }
        return isRight ? nil : "a branch's name such as main, without refs/heads/"
    }

    /// A path inside a repository's tree.
    static let treePath = text(pattern: "^[^/].*$", lengths: 1...1024) { path in
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        if path.hasPrefix("/") || parts.contains("..") {
            return "a path inside the repository, from its root, without / at the beginning and without .."
        }
        let isRight =
            path == "."
            || parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".git" }
                && path.consists(of: .letters, .digits, " _./+@=,-") && !path.hasPrefix("-")
        return isRight ? nil : "a path of letters, digits, spaces and _ . + @ = , - such as nodes/dev.yaml"
    }

    static let buildImage = text(pattern: "^[A-Za-z0-9][A-Za-z0-9._:/@-]*$", lengths: 1...512) { image in
        let isRight = image.consists(of: .letters, .digits, "._:/@-") && image.first?.isPunctuation == false
        return isRight ? nil : "an image such as aws/codebuild/amazonlinux-x86_64-standard:5.0"
    }

    static let buildspec = text(lengths: 1...50_000) { text in
        text.split(separator: "\n").contains { $0.hasPrefix("version:") }
            ? nil : "a buildspec, which has a line such as version: 0.2"
    }

    /// A word in a comment.
    static let marker = text(pattern: "^[A-Za-z0-9][A-Za-z0-9_./:-]*$", lengths: 1...100) { marker in
        let isRight = marker.consists(of: .letters, .digits, "_./:-") && marker.first?.isPunctuation == false
        return isRight ? nil : "one word of letters, digits and _ . / : - such as plumbline:acme"
    }
}
