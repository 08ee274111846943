import AWSResources
import Manifests
import Model

extension EnvironmentSearch {
    /// The secret or parameter that ECS injects, as a manifest names it; nil for what no manifest can say.
    ///
    /// A parameter of the environment's own account and region goes by its name.
    func secretReference(_ valueFrom: String) -> SecretReference? {
        guard var reference = SecretReference(valueFrom: valueFrom) else { return nil }
        if case .parameterArn(let arn) = reference.place, isNearby(arn) {
            // The ARN of `/a/b` ends with `parameter/a/b`, and that of `a` with `parameter/a`.
            let name = arn.split(separator: ":", maxSplits: 5).last?.dropFirst("parameter/".count) ?? ""
            reference.place = .parameter(name.contains("/") ? "/\(name)" : String(name))
        }
        return reference
    }

    /// Whether an ARN is of the environment's account and region; what is elsewhere cannot be looked at.
    func isNearby(_ arn: String) -> Bool {
        let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count > 4 && parts[3] == request.region && parts[4] == request.account
    }
}
