extension AWSConfiguration {
    /// Where requests to a service go: the configured endpoint, else AWS's own for the region.
    ///
    /// Throws `InvalidConfiguration` when the configured URL is none.
    func endpoint(of service: ServiceTable, region: String) throws(AWSError) -> Endpoint {
        let standard = EndpointTable.standard.host(of: service, region: region)
        let configured = configuredURL(of: service)
        let url = configured ?? "https://\(standard.name)"
        guard var endpoint = Endpoint(url: url, signingRegion: standard.signingRegion) else {
            throw Self.invalid("the AWS endpoint \(url) is not an http or https URL; check AWS_ENDPOINT_URL")
        }
        // Nobody answers to a bucket's name before a host that was configured.
        endpoint.isVirtualHosted = service.id == "s3" && configured == nil
        // A configured endpoint may be a private door to AWS.
        endpoint.isAWS = configured == nil || url.contains(".amazonaws.com")
        return endpoint
    }

    /// The order is AWS's: the environment before the profile, and in each the service's own before the general one.
    private func configuredURL(of service: ServiceTable) -> String? {
        let ignores = environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] ?? profile["ignore_configured_endpoint_urls"]
        if ignores?.lowercased() == "true" { return nil }
        let section = profile["services"].flatMap { serviceSections[$0] }
        return environment["AWS_ENDPOINT_URL_\(service.settingsName.uppercased())"]
            ?? environment["AWS_ENDPOINT_URL"]
            ?? section?["\(service.settingsName).endpoint_url"]
            ?? profile["endpoint_url"]
    }
}
