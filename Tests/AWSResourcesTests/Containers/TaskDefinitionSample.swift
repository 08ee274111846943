import AWSResources
import Model

struct TaskDefinitionSample: KindSample {
    let kind = TaskDefinition()
    let createAction = "RegisterTaskDefinition"
    let unshownFields = ["networkMode": "moto answers awsvpc whatever was registered for Fargate"]

    func attributes(on bench: Bench) async throws -> TaskDefinition.Attributes { Self.attributes(bench) }

    static func attributes(_ bench: Bench, tag: String = "initial") -> TaskDefinition.Attributes {
        let account = bench.session.account
        let container = ContainerDefinition(
            name: "acmeApp",
            image: "\(account).dkr.ecr.\(bench.session.region).amazonaws.com/acme:\(tag)",
            portMappings: [PortMapping(containerPort: 4000)],
            environment: ["PORT": "4000", "LOG_LEVEL": "info", "ALB_HOST": "x-dev-acme.elb.amazonaws.com"],
            logConfiguration: LogConfiguration(
                driver: "awslogs",
                options: ["awslogs-group": "x-dev-acme-logs", "awslogs-stream-prefix": "ecs"]
            ),
            configurationVersion: "JUICE_CONFIG=1"
        )
        return TaskDefinition.Attributes(
            family: "dev-acme",
            cpu: 256,
            memory: 512,
            executionRole: .known("arn:aws:iam::\(account):role/x-dev-acme-ECSTaskExecutionRole"),
            taskRole: .known("arn:aws:iam::\(account):role/x-dev-acme-task"),
            cpuArchitecture: "X86_64",
            containers: [container]
        )
    }

    let outsideChanges: [OutsideChange<TaskDefinition>] = [
        .edit("cpu") { attributes, _ in attributes.cpu = 512 },
        .edit("memory") { attributes, _ in attributes.memory = 1024 },
        .edit("requiresCompatibilities") { attributes, _ in attributes.requiresCompatibilities = ["FARGATE", "EC2"] },
        .edit("executionRole") { attributes, _ in attributes.executionRole = "arn:aws:iam::123456789012:role/other" },
        .edit("taskRole") { attributes, _ in attributes.taskRole = "arn:aws:iam::123456789012:role/other" },
        .edit("cpuArchitecture") { attributes, _ in attributes.cpuArchitecture = "ARM64" },
        .edit("containers") { attributes, _ in attributes.containers[0].environment["LOG_LEVEL"] = "debug" },
        .edit("containers") { attributes, _ in attributes.containers[0].command = ["sh", "-c", "true"] },
    ]
}
