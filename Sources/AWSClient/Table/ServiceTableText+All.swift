// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.

extension ServiceTableText {
    /// The tables' texts by service id.
    static var all: [String: String] {
        [
            "application-autoscaling": applicationAutoscaling,
            "autoscaling": autoscaling,
            "cloudformation": cloudformation,
            "codebuild": codebuild,
            "codepipeline": codepipeline,
            "dynamodb": dynamodb,
            "ec2": ec2,
            "ecr": ecr,
            "ecs": ecs,
            "elasticache": elasticache,
            "elbv2": elbv2,
            "iam": iam,
            "logs": logs,
            "rds": rds,
            "resourcegroupstaggingapi": resourcegroupstaggingapi,
            "s3": s3,
            "secretsmanager": secretsmanager,
            "ssm": ssm,
            "sts": sts,
            "wafv2": wafv2,
        ]
    }
}
