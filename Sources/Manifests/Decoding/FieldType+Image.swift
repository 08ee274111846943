extension FieldType where Value == String {
    /// A repository's name, by the rule of ECR's CreateRepository.
    static let repositoryName = text(
        pattern: "^([a-z0-9]+([._-][a-z0-9]+)*/)*[a-z0-9]+([._-][a-z0-9]+)*$",
        lengths: 2...256
    ) { name in
        let components = name.split(separator: "/", omittingEmptySubsequences: false)
        return components.allSatisfy(isRepositoryComponent)
            ? nil : "lowercase letters and digits, with single . _ - between them and / between parts"
    }

    private static func isRepositoryComponent(_ component: Substring) -> Bool {
        let words = component.split(omittingEmptySubsequences: false) { "._-".contains($0) }
        return words.allSatisfy { !$0.isEmpty && String($0).consists(of: .lowercase, .digits) }
    }

    /// From `name` of `ContainerDefinition` in the ECS API reference.
    static let containerName = text(pattern: "^[A-Za-z0-9_-]+$", lengths: 1...255) { name in
        name.consists(of: .letters, .digits, "_-") ? nil : "letters, digits, _ and -"
    }

    static let imageTag = text(pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$", lengths: 1...128) { tag in
        let isRight = tag.consists(of: .letters, .digits, "_.-") && !tag.hasPrefix(".") && !tag.hasPrefix("-")
        return isRight ? nil : "letters, digits and _ . - not beginning with . or -"
    }

    static let imageDigest = text(pattern: "^sha256:[0-9a-f]{64}$") { digest in
        let hexadecimal = String(digest.dropFirst(7))
        let isRight =
            digest.hasPrefix("sha256:") && hexadecimal.utf8.count == 64 && hexadecimal.consists(of: "0123456789abcdef")
        return isRight ? nil : "sha256: and 64 hexadecimal digits"
    }

    static let registryHost = text(pattern: "^[A-Za-z0-9][A-Za-z0-9._:/-]*$", lengths: 1...255) { host in
        let isRight =
            host.consists(of: .letters, .digits, "._:/-") && !host.contains("//") && !host.hasSuffix("/")
            && host.utf8.first.map { CharacterClass.letters.contains($0) || CharacterClass.digits.contains($0) } == true
        return isRight ? nil : "a registry's host without https:// and without the repository, such as public.ecr.aws"
    }
}
