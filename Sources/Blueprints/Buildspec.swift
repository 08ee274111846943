/// The builds of a pipeline, as CodeBuild reads them
/// (https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html).
///
/// The scripts are complete in themselves: the machines that run them have bash, git, awk, docker and the AWS CLI, and
/// nothing of Plumbline.
enum Buildspec {
    /// Builds the Dockerfile and pushes the image, the commit being its tag. A tag that is there already is left as it
    /// is: most repositories refuse to move one, and a repeated run has nothing to add.
    static let dockerfile = text(
        #"""
        set -eu
        image="$IMAGE_REGISTRY/$IMAGE_REPOSITORY:$IMAGE_TAG"
        if aws ecr describe-images --region "$IMAGE_REGION" --registry-id "${IMAGE_REGISTRY%%.*}" \
            --repository-name "$IMAGE_REPOSITORY" --image-ids "imageTag=$IMAGE_TAG" >/dev/null 2>&1; then
          echo "plumbline: $image is there already"
          exit 0
        fi
        aws ecr get-login-password --region "$IMAGE_REGION" |
          docker login --username AWS --password-stdin "$IMAGE_REGISTRY"
        docker build --file "$DOCKERFILE" --tag "$image" "$DOCKER_CONTEXT"
        docker push "$image"
        """#)

    /// Writes the tag into the one line of the config repository's file where it stands, commits and pushes; when
    /// somebody else has pushed meanwhile, it begins again from what is there now. It fails when there is not exactly one
    /// such line.
    static let proposal = text(proposalScript, settings: ["git-credential-helper: yes"])

    private static func text(_ script: String, settings: [String] = []) -> String {
        let lines = script.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.isEmpty ? "" : "        \($0)"
        }
        let environment = (["shell: bash"] + settings).map { "  \($0)" }.joined(separator: "\n")
        return """
            version: 0.2
            env:
            \(environment)
            phases:
              build:
                commands:
                  - |
            \(lines.joined(separator: "\n"))

            """
    }
}
