import AWSClient

/// What of some requests and their answers does not stand in AWS's own models.
func wireProblems(_ requests: [any AWSRequest.Type]) -> [String] {
    requests.flatMap { WireShapeProbe.problems(for: $0) }
}
