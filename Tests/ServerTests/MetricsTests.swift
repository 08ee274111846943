import Testing

@testable import Server

@Suite struct MetricsTests {
    @Test func countersAndGaugesAreToldSorted() {
        let metrics = MetricsRegistry()
        metrics.add(.awsCalls, 1, ["service": "ecs", "action": "DescribeServices"])
        metrics.add(.awsCalls, 2, ["service": "ec2", "action": "DescribeVpcs"])
        metrics.add(.awsCalls, 1, ["service": "ec2", "action": "DescribeVpcs"])
        metrics.set(.queueDepth, 4)
        metrics.set(.queueDepth, 1.5)
        #expect(
            metrics.text() == """
                # HELP plumbline_aws_calls_total Calls to AWS, by service and action.
                # TYPE plumbline_aws_calls_total counter
                plumbline_aws_calls_total{action="DescribeServices",service="ecs"} 1
                plumbline_aws_calls_total{action="DescribeVpcs",service="ec2"} 3
                # HELP plumbline_queue_depth Environments that wait for their turn.
                # TYPE plumbline_queue_depth gauge
                plumbline_queue_depth 1.5

                """)
    }

    @Test func histogramsCountWhatLiesBelowEachBound() {
        let metrics = MetricsRegistry()
        let metric = Metric("seconds", .histogram, "How long.", buckets: [0.5, 2])
        for value in [0.1, 0.5, 1, 9] { metrics.observe(metric, value, ["environment": "dev"]) }
        #expect(
            metrics.text() == """
                # HELP seconds How long.
                # TYPE seconds histogram
                seconds_bucket{environment="dev",le="0.5"} 2
                seconds_bucket{environment="dev",le="2"} 3
                seconds_bucket{environment="dev",le="+Inf"} 4
                seconds_sum{environment="dev"} 10.6
                seconds_count{environment="dev"} 4

                """)
    }

    @Test func labelsAndHelpAreEscaped() {
        let metrics = MetricsRegistry()
        metrics.set(Metric("m", .gauge, "a\\b\nc"), 1, ["l": "\"q\"\\\n"])
        #expect(metrics.text() == "# HELP m a\\\\b\\nc\n# TYPE m gauge\nm{l=\"\\\"q\\\"\\\\\\n\"} 1\n")
    }

    @Test func whatIsGoneIsForgotten() {
        let metrics = MetricsRegistry()
        metrics.set(.driftedResources, 1, ["environment": "dev"])
        metrics.set(.driftedResources, 2, ["environment": "test"])
        metrics.remove(.driftedResources, ["environment": "dev"])
        #expect(!metrics.text().contains("dev"))
        metrics.remove(.driftedResources, ["environment": "test"])
        #expect(metrics.text().isEmpty)
    }

    @Test func namesKeepPrometheusRules() {
        #expect(Set(Metric.all.map(\.name)).count == Metric.all.count)
        for metric in Metric.all {
            #expect(metric.name.wholeMatch(of: /plumbline_[a-z0-9_]+/) != nil, "\(metric.name)")
            #expect(metric.name.hasSuffix("_total") == (metric.kind == .counter), "\(metric.name)")
            #expect((metric.kind == .histogram) == !metric.buckets.isEmpty, "\(metric.name)")
            #expect(metric.buckets == metric.buckets.sorted(), "\(metric.name)")
        }
    }

    @Test func requestsAreCountedByRouteAndNotByWhatVisitorsMakeUp() async throws {
        try await TestServer.run { server async throws in
            for path in ["/api/v1/environments/dev", "/api/v1/environments/zzz", "/made/up", "/healthz"] {
                _ = try await server.get(path)
            }
            let text = try await server.get("/metrics").text
            #expect(
                text.contains(#"plumbline_http_requests_total{route="/api/v1/environments/{name}",status="200"} 1"#))
            #expect(
                text.contains(#"plumbline_http_requests_total{route="/api/v1/environments/{name}",status="404"} 1"#))
            #expect(text.contains(#"plumbline_http_requests_total{route="none",status="404"} 1"#))
            #expect(!text.contains("zzz") && !text.contains("made"))
        }
    }
}
