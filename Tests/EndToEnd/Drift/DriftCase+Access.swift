extension DriftCase {
    static let access = [
        DriftCase(
            "a managed policy is detached",
            """
            iam.detach_role_policy(RoleName="x-dev-acme-ECSTaskExecutionRole",
                PolicyArn="arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy")
            """,
            shows: [
                """
                update dev/acme/ExecutionRole (drift) managedPolicies: [] -> \
                [arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy]
                """
            ]),
        DriftCase(
            "a managed policy is attached",
            """
            iam.attach_role_policy(
                RoleName="x-dev-acme-ECSTaskRole", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
            """,
            shows: [
                """
                update dev/acme/TaskRole (drift) managedPolicies: [arn:aws:iam::aws:policy/AdministratorAccess] \
                -> []
                """
            ]),
        DriftCase(
            "an inline policy is added",
            """
            iam.put_role_policy(RoleName="x-dev-acme-ECSTaskRole", PolicyName="extra", PolicyDocument=json.dumps({
                "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}))
            """,
            shows: [
                """
                update dev/acme/TaskRole (drift) inlinePolicies: {extra: {Statement: [{Action: [s3:*], Effect: \
                Allow, Resource: [*]}], Version: 2012-10-17}, x-dev-acme-access-config: \(accessPolicy)} -> \
                {x-dev-acme-access-config: \(accessPolicy)}
                """
            ]),
        DriftCase(
            "the declared inline policy is widened",
            """
            name = "x-dev-acme-access-config"
            iam.put_role_policy(RoleName="x-dev-acme-ECSTaskRole", PolicyName=name, PolicyDocument=json.dumps({
                "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}))
            """,
            shows: [
                """
                update dev/acme/TaskRole (drift) inlinePolicies: {x-dev-acme-access-config: {Statement: \
                [{Action: [*], Effect: Allow, Resource: [*]}], Version: 2012-10-17}} -> \
                {x-dev-acme-access-config: \(accessPolicy)}
                """
            ]),
        DriftCase(
            "another service is trusted",
            """
            iam.update_assume_role_policy(RoleName="x-dev-acme-ECSTaskExecutionRole", PolicyDocument=json.dumps({
                "Version": "2012-10-17", "Statement": [
                    {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]}))
            """,
            shows: [
                """
                update dev/acme/ExecutionRole (drift) trustPolicy: {Statement: [{Action: [sts:AssumeRole], \
                Effect: Allow, Principal: {Service: [ec2.amazonaws.com]}}], Version: 2012-10-17} -> {Statement: \
                [{Action: [sts:AssumeRole], Effect: Allow, Principal: {Service: [ecs-tasks.amazonaws.com]}}], \
                Version: 2012-10-17}
                """
            ]),
        DriftCase(
            "the retention of the logs is changed",
            """
            client("logs").put_retention_policy(logGroupName="x-dev-acme-logs", retentionInDays=7)
            """,
            shows: ["update dev/acme/LogGroup (drift) retentionInDays: 7 -> 30"]),
        DriftCase(
            "the retention of the logs is taken away",
            """
            client("logs").delete_retention_policy(logGroupName="x-dev-acme-logs")
            """,
            shows: ["update dev/acme/LogGroup (drift) retentionInDays: (none) -> 30"]),
        DriftCase(
            "the parameter is deleted",
            """
            client("ssm").delete_parameter(Name="x-dev-acme")
            """,
            shows: ["create dev/acme/Parameter (drift)"]),
        DriftCase(
            "a tag of the secret is removed",
            """
            client("secretsmanager").untag_resource(SecretId="x-dev-acme", TagKeys=["CostCode"])
            """,
            shows: ["update dev/acme/Secret (drift) tags.CostCode: (none) -> 0042"]),
    ]
}
