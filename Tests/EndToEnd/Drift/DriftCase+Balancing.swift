extension DriftCase {
    static let balancing = [
        DriftCase(
            "the path of a health check is changed",
            """
            elb.modify_target_group(TargetGroupArn=target("x-dev-acme"), HealthCheckPath="/elsewhere")
            """,
            shows: ["update dev/acme/TargetGroup (drift) healthCheckPath: /elsewhere -> /api/healthcheck"]),
        DriftCase(
            "the matcher and the interval of a health check are changed",
            """
            elb.modify_target_group(
                TargetGroupArn=target("dev-acme-api2"), Matcher={"HttpCode": "200-499"}, HealthCheckIntervalSeconds=60)
            """,
            shows: [
                """
                update dev/acme/api2/TargetGroup (drift) healthCheckIntervalSeconds: 60 -> 10; matcher: 200-499 \
                -> 200-299
                """
            ]),
        DriftCase(
            "an attribute of a target group is changed",
            """
            elb.modify_target_group_attributes(TargetGroupArn=target("x-dev-acme"), Attributes=[
                {"Key": "deregistration_delay.timeout_seconds", "Value": "300"}])
            """,
            shows: [
                "update dev/acme/TargetGroup (drift) attributes.deregistration_delay.timeout_seconds: 300 -> 30"
            ]),
        DriftCase(
            "an attribute of the load balancer is changed",
            """
            elb.modify_load_balancer_attributes(LoadBalancerArn=balancer(), Attributes=[
                {"Key": "idle_timeout.timeout_seconds", "Value": "4000"}])
            """,
            shows: [
                "update dev/acme/LoadBalancer (drift) attributes.idle_timeout.timeout_seconds: 4000 -> 60"
            ]),
        DriftCase(
            "the security groups of the load balancer are changed",
            """
            elb.set_security_groups(LoadBalancerArn=balancer(), SecurityGroups=[group("x-dev-db")])
            """,
            shows: ["update dev/acme/LoadBalancer (drift) securityGroups: [sg-#] -> [sg-#]"]),
        DriftCase(
            "the default action of the listener is changed",
            """
            elb.modify_listener(ListenerArn=listener(), DefaultActions=[
                {"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "503"}}])
            """,
            shows: [
                """
                update dev/acme/Listener (drift) defaultAction: {contentType: text/plain, messageBody: , \
                statusCode: 503, type: fixed-response} -> {targetGroup: \
                arn:aws:elasticloadbalancing:ap-southeast-1:123456789012:targetgroup/x-dev-acme/#, type: \
                forward}
                """
            ]),
        DriftCase(
            "the listener rule is deleted",
            """
            elb.delete_rule(RuleArn=rule())
            """,
            shows: ["create dev/acme/api2/ListenerRule (drift)"]),
        DriftCase(
            "the path of the listener rule is changed",
            """
            elb.modify_rule(RuleArn=rule(), Conditions=[{"Field": "path-pattern", "Values": ["/elsewhere"]}])
            """,
            shows: ["update dev/acme/api2/ListenerRule (drift) pathPatterns: [/elsewhere] -> [/api2]"]),
        DriftCase(
            "a tag of the listener is changed",
            """
            elb.add_tags(ResourceArns=[listener()], Tags=[{"Key": "Environment", "Value": "prod"}])
            """,
            shows: ["update dev/acme/Listener (drift) tags.Environment: prod -> dev"]),
    ]
}
