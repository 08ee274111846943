import Testing

@testable import AWSClient

@Suite("Endpoints")
struct EndpointTests {
    @Test(
        "every published endpoint case of the table's services resolves as AWS says",
        arguments: ServiceTable.serviceIDs
    )
    func published(service: String) throws {
        let table = try #require(ServiceTable.named(service))
        let cases = try PublishedSuite.json("functional/endpoint-rules/\(service)/endpoint-tests-1.json")["testCases"]
        var ran = 0
        for test in cases?.arrayValue ?? [] {
            let params = test["params"]
            // FIPS and dual-stack endpoints, account-based ones and the pseudo-regions cannot be asked for.
            guard let region = params?["Region"]?.stringValue, !region.hasSuffix("-global"), region != "local",
                params?["UseFIPS"] != true,
                params?["UseDualStack"] != true, params?["Endpoint"] == nil, params?["UseGlobalEndpoint"] != true,
                params?["AccountIdEndpointMode"] == nil, params?["AccountId"] == nil, params?["Bucket"] == nil,
                params?["ForcePathStyle"] != true, params?["UseObjectLambdaEndpoint"] != true,
                params?["UseS3ExpressControlEndpoint"] != true,
                let expected = test["expect"]?["endpoint"]
            else { continue }
            let configuration = try AWSConfiguration.standard(environment: ["HOME": "/nonexistent"])
            let endpoint = try configuration.endpoint(of: table, region: region)
            #expect(endpoint.url == expected["url"]?.stringValue, "\(service) \(region)")
            let scheme = expected["properties"]?["authSchemes"]?.arrayValue?.first
            if let signingRegion = scheme?["signingRegion"]?.stringValue {
                #expect(endpoint.signingRegion == signingRegion, "\(service) \(region)")
            }
            ran += 1
        }
        #expect(ran > 0)
    }

    @Test(
        "a region belongs to the partition with the longest matching prefix, also when it is new",
        arguments: [
            ("us-east-1", "aws"), ("us-gov-west-1", "aws-us-gov"), ("cn-north-1", "aws-cn"), ("eu-central-9", "aws"),
            ("eu-isoe-west-1", "aws-iso-e"), ("us-isob-east-1", "aws-iso-b"), ("eusc-de-east-1", "aws-eusc"),
            ("somewhere", "aws"),
        ]
    )
    func partitions(region: String, partition: String) {
        #expect(Partition.containing(region: region).id == partition)
    }

    @Test("a bucket is in the host's name where AWS says so")
    func buckets() throws {
        let table = try #require(ServiceTable.named("s3"))
        let cases = try PublishedSuite.json("functional/endpoint-rules/s3/endpoint-tests-1.json")["testCases"]
        var ran = 0
        for test in cases?.arrayValue ?? [] {
            let params = test["params"]?.objectValue ?? JSONObject()
            // Access points, Outposts, accelerated and dual-stack endpoints cannot be asked for.
            guard let region = params["Region"]?.stringValue, let bucket = params["Bucket"]?.stringValue,
                !bucket.hasPrefix("arn:"), !bucket.contains("--"), region != "aws-global", bucket != "bucket!",
                params.allSatisfy({ ["Region", "Bucket", "Key"].contains($0.key) || $0.value == false }),
                let url = test["expect"]?["endpoint"]?["url"]?.stringValue
            else { continue }
            let configuration = try AWSConfiguration.standard(environment: ["HOME": "/nonexistent"])
            let request = WireRequest(path: "/\(PercentEncoding.encode(bucket))", headers: [], body: [])
            let (endpoint, rest) = try configuration.endpoint(of: table, region: region).addressed(request)
            #expect(endpoint.url + (rest.path == "/" ? "" : rest.path) == url, "\(region) \(bucket)")
            ran += 1
        }
        #expect(ran >= 5, "only \(ran) cases ran")
    }

    @Test("a configured endpoint keeps the bucket in the path, and a name with dots stays there too")
    func pathStyle() throws {
        let table = try #require(ServiceTable.named("s3"))
        let request = WireRequest(path: "/x-dev.logs", query: [("tagging", nil)], headers: [], body: [])
        let standard = try AWSConfiguration.standard(environment: ["HOME": "/nonexistent"])
        let (dotted, _) = try standard.endpoint(of: table, region: "eu-west-1").addressed(request)
        #expect(dotted.url == "https://s3.eu-west-1.amazonaws.com")
        let local = try AWSConfiguration.standard(environment: ["AWS_ENDPOINT_URL": "http://localhost:5000/aws"])
        let plain = WireRequest(path: "/x-dev", headers: [], body: [])
        let (endpoint, rest) = try local.endpoint(of: table, region: "eu-west-1").addressed(plain)
        #expect(endpoint.url + rest.path == "http://localhost:5000/aws/x-dev")
    }

    @Test("configured endpoints win in AWS's order: environment before profile, a service's own before the general one")
    func order() throws {
        let folder = try TemporaryFolder()
        let config = try folder.write(
            "config",
            """
            [default]
            endpoint_url = http://profile
            services = local
            [services local]
            elastic_load_balancing_v2 =
              endpoint_url = http://section
            """
        )
        let elbv2 = try #require(ServiceTable.named("elbv2"))
        func url(_ more: [String: String]) throws -> String {
            let files = ["AWS_CONFIG_FILE": config, "AWS_SHARED_CREDENTIALS_FILE": "/nonexistent"]
            let configuration = try AWSConfiguration.standard(environment: files.merging(more) { $1 })
            return try configuration.endpoint(of: elbv2, region: "eu-west-1").url
        }
        #expect(try url([:]) == "http://section")
        #expect(try url(["AWS_ENDPOINT_URL": "http://general:5000/"]) == "http://general:5000")
        let own = [
            "AWS_ENDPOINT_URL": "http://general", "AWS_ENDPOINT_URL_ELASTIC_LOAD_BALANCING_V2": "http://own/path/",
        ]
        #expect(try url(own) == "http://own/path")
        let ignored = own.merging(["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"]) { $1 }
        #expect(try url(ignored) == "https://elasticloadbalancing.eu-west-1.amazonaws.com")
        #expect(throws: AWSError.self) { try url(["AWS_ENDPOINT_URL": "localhost:5000"]) }
    }
}
