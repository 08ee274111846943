import Model

extension ListenerAction {
    /// An action as Elastic Load Balancing spells it.
    struct Description: Codable, Sendable {
        var type: String?
        var order: Int?
        var targetGroupArn: String?
        var forwardConfig: Forward?
        var redirectConfig: Redirect?
        var fixedResponseConfig: FixedResponse?

        struct Forward: Codable, Sendable {
            var targetGroups: [WeightedGroup]?
            var targetGroupStickinessConfig: Stickiness?
        }

        struct WeightedGroup: Codable, Sendable {
            var targetGroupArn: String?
            var weight: Int?
        }

        struct Stickiness: Codable, Sendable {
            var enabled: Bool?
        }

        struct Redirect: Codable, Sendable {
            var `protocol`: String?
            var port: String?
            var host: String?
            var path: String?
            var query: String?
            var statusCode: String?
        }

        struct FixedResponse: Codable, Sendable {
            var statusCode: String?
            var contentType: String?
            var messageBody: String?
        }
    }

    /// Reads what a listener or rule does.
    ///
    /// AWS gives a forward to one group in both of its forms, as `TargetGroupArn` and as a `ForwardConfig` with one
    /// group, whichever it was made with; weights mean nothing for a single group.
    init(_ descriptions: [Description]?) {
        let descriptions = (descriptions ?? []).sorted { $0.order ?? 0 < $1.order ?? 0 }
        if descriptions.count == 1, let action = ListenerAction(descriptions[0]) {
            self = action
        } else {
            self = .other(descriptions.map(\.text).joined(separator: ", then "))
        }
    }

    private init?(_ description: Description) {
        switch description.type {
        case "forward":
            guard let arn = description.onlyTargetGroup else { return nil }
            self = .forward(.known(arn))
        case "redirect":
            guard let redirect = description.redirectConfig, redirect.keepsAddress, let code = redirect.statusCode
            else {
                return nil
            }
            self = .redirect(
                protocol: redirect.protocol ?? "#{protocol}", port: redirect.port ?? "#{port}", statusCode: code)
        case "fixed-response":
            guard let response = description.fixedResponseConfig, let code = response.statusCode else { return nil }
            self = .fixedResponse(
                statusCode: code, contentType: response.contentType, messageBody: response.messageBody)
        default:
            return nil
        }
    }

    /// The action for a request of a declaration.
    func descriptions<Attributes>(for desired: Desired<Attributes>) throws(ResourceError) -> [Description] {
        switch self {
        case .forward(let targetGroup):
            let arn: String = try desired.text(targetGroup)
            return [Description(type: "forward", targetGroupArn: arn)]
        case .redirect(let `protocol`, let port, let statusCode):
            let redirect = Description.Redirect(protocol: `protocol`, port: port, statusCode: statusCode)
            return [Description(type: "redirect", redirectConfig: redirect)]
        case .fixedResponse(let statusCode, let contentType, let messageBody):
            let response = Description.FixedResponse(
                statusCode: statusCode, contentType: contentType ?? Self.defaultContentType, messageBody: messageBody)
            return [Description(type: "fixed-response", fixedResponseConfig: response)]
        case .other(let text):
            throw ResourceError(
                .refused, operation: "write action",
                message: "\(desired.address): the action (\(text)) is of a form that Plumbline only reads")
        }
    }
}

extension ListenerAction.Description {
    fileprivate var onlyTargetGroup: String? {
        guard let forward = forwardConfig, let groups = forward.targetGroups else { return targetGroupArn }
        if forward.targetGroupStickinessConfig?.enabled == true { return nil }
        return groups.count == 1 ? groups[0].targetGroupArn : nil
    }

    /// One line for people.
    fileprivate var text: String {
        let groups = (forwardConfig?.targetGroups ?? []).map { group in
            (group.targetGroupArn ?? "?") + (group.weight.map { " (weight \($0))" } ?? "")
        }
        let redirect = redirectConfig.map { to in
            "to \(to.protocol ?? "#{protocol}")://\(to.host ?? "#{host}"):\(to.port ?? "#{port}")"
                + "\(to.path ?? "/#{path}")?\(to.query ?? "#{query}")"
        }
        let isSticky = forwardConfig?.targetGroupStickinessConfig?.enabled == true
        return ([type ?? "unknown"] + groups + [redirect, isSticky ? "sticky" : nil].compactMap { $0 })
            .joined(separator: " ")
    }
}

extension ListenerAction.Description.Redirect {
    /// Host, path and query are those of the request, which is AWS's default.
    fileprivate var keepsAddress: Bool {
        (host ?? "#{host}") == "#{host}" && (path ?? "/#{path}") == "/#{path}" && (query ?? "#{query}") == "#{query}"
    }
}
