extension DriftCase {
    static let containers = [
        DriftCase(
            "images may be overwritten",
            """
            ecr.put_image_tag_mutability(repositoryName="tooltwist-acme", imageTagMutability="MUTABLE")
            """,
            shows: [
                "update Repository/tooltwist-acme/Repository (drift) imageTagMutability: MUTABLE -> IMMUTABLE"
            ]),
        DriftCase(
            "images are no longer scanned",
            """
            ecr.put_image_scanning_configuration(
                repositoryName="tooltwist-acme", imageScanningConfiguration={"scanOnPush": False})
            """,
            shows: ["update Repository/tooltwist-acme/Repository (drift) scanOnPush: false -> true"]),
        DriftCase(
            "the lifecycle policy is deleted",
            """
            ecr.delete_lifecycle_policy(repositoryName="tooltwist-acme")
            """,
            shows: [
                "update Repository/tooltwist-acme/Repository (drift) lifecyclePolicy: (none) -> \(lifecyclePolicy)"
            ]),
        DriftCase(
            "container insights are turned off",
            """
            ecs.update_cluster(cluster="x-dev", settings=[{"name": "containerInsights", "value": "disabled"}])
            """,
            shows: ["update dev/Cluster (drift) containerInsights: disabled -> enabled"]),
        DriftCase(
            "a service is scaled",
            """
            ecs.update_service(cluster="x-dev", service="x-dev-acme", desiredCount=3)
            """,
            shows: ["update dev/acme/Service (drift) desiredCount: 3 -> 1"]),
        DriftCase(
            "a service is set to another task definition",
            """
            other = ecs.register_task_definition(
                family="other", networkMode="awsvpc", requiresCompatibilities=["FARGATE"], cpu="256", memory="512",
                containerDefinitions=[{"name": "acmeApp", "image": "nginx:1", "portMappings": [{"containerPort": 4000}]}])
            ecs.update_service(cluster="x-dev", service="x-dev-acme", taskDefinition="other")
            """,
            shows: [
                """
                update dev/acme/Service (drift) taskDefinition: \
                arn:aws:ecs:ap-southeast-1:123456789012:task-definition/other:1 -> \
                arn:aws:ecs:ap-southeast-1:123456789012:task-definition/dev-acme:1
                """
            ]),
        DriftCase(
            "the circuit breaker is turned off",
            """
            ecs.update_service(cluster="x-dev", service="x-dev-acme-api2", deploymentConfiguration={
                "deploymentCircuitBreaker": {"enable": False, "rollback": False},
                "maximumPercent": 200, "minimumHealthyPercent": 100})
            """,
            shows: ["update dev/acme/api2/Service (drift) circuitBreaker: false -> true"]),
        DriftCase(
            "a service is deleted",
            """
            ecs.delete_service(cluster="x-dev", service="x-dev-acme-api2", force=True)
            """,
            shows: ["create dev/acme/api2/Service (drift)"]),
        DriftCase(
            "the current task definition is deregistered",
            """
            current = ecs.describe_task_definition(taskDefinition="dev-acme")["taskDefinition"]
            ecs.deregister_task_definition(taskDefinition=current["taskDefinitionArn"])
            """,
            shows: [
                "create dev/acme/TaskDefinition (drift)",
                """
                update dev/acme/Service (dependency) taskDefinition: \
                arn:aws:ecs:ap-southeast-1:123456789012:task-definition/dev-acme:1 -> \
                ${dev/acme/TaskDefinition.arn}
                """,
            ]),
        DriftCase(
            "the subnet group of databases is deleted",
            """
            client("rds").delete_db_subnet_group(DBSubnetGroupName="x-dev-db")
            """,
            shows: ["create dev/DBSubnetGroup (drift)"]),
    ]
}
