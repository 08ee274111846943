import AWSResources
import Manifests
import Model

extension EnvironmentBlueprint {
    /// The seed's step 1.3: EC2 hosts that join the cluster, under the seed's names. A launch template and a capacity
    /// provider stand where the seed has a launch configuration.
    static func hosts(_ e: Environment, _ draft: inout DeclarationDraft) {
        guard let ec2 = e.cluster.ec2 else { return }
        let name = e.fullName
        hostRole(e, &draft)
        keyPair(e, ec2, &draft)
        draft.add(
            LaunchTemplate(), e.launchTemplate,
            .init(
                templateName: "\(name)-LaunchTemplate", instanceType: ec2.instanceType.description,
                imageParameter: ec2.imageParameter,
                image: ec2.amiUpdates == .latest ? LaunchTemplate.latestImage : nil,
                instanceProfile: .arn(e.instanceProfile), securityGroups: [.id(e.applicationGroup)],
                keyName: ec2.publicKey == nil ? "" : .pending(e.keyPair, "name"), userData: userData(e),
                spot: ec2.spot),
            tags: e.tags(name: "\(name)-LaunchTemplate"))
        // ECS sets this tag on the group of a capacity provider, and wants it to stay.
        let tags = e.tags(name: "\(name)-ecs-host").merging(["AmazonECSManaged": ""]) { own, _ in own }
        // A host that starts before its subnet reaches ECS never joins.
        draft.add(
            AutoScalingGroup(), e.autoScalingGroup,
            .init(
                groupName: "\(name)-AutoScalingGroup", minSize: ec2.size.min, maxSize: ec2.size.max,
                initialSize: ec2.size.desired, launchTemplate: .pending(e.launchTemplate, .version),
                subnets: e.privateSubnetIDs, protectsNewInstances: true, propagatesTags: tags.mapValues { _ in true }),
            tags: tags, after: [e.clusterAddress] + e.zoneNumbers.map(e.privateRouteTable))
        draft.add(
            CapacityProvider(), e.capacityProvider,
            .init(
                providerName: "\(name)-ec2", cluster: .id(e.clusterAddress), autoScalingGroup: .arn(e.autoScalingGroup)),
            tags: e.tags(name: "\(name)-ec2"))
        developers(e, &draft)
    }

    private static func hostRole(_ e: Environment, _ draft: inout DeclarationDraft) {
        let name = "\(e.fullName)-ECSRole"
        // The seed's four. AWS has deprecated the first, which the second replaces; it stands here because hosts of the
        // seed have it.
        let policies = [
            "service-role/AmazonEC2RoleforSSM", "AmazonSSMManagedInstanceCore", "CloudWatchAgentServerPolicy",
            "service-role/AmazonEC2ContainerServiceforEC2Role",
        ]
        draft.add(
            Role(), e.hostRole,
            .init(
                roleName: name, trustPolicy: .trusting(service: "ec2.amazonaws.com"),
                managedPolicies: Set(policies.map { "arn:\(e.partition):iam::aws:policy/\($0)" })),
            tags: e.tags(name: name))
        let profile = "\(e.fullName)-instanceprofile"
        draft.add(
            InstanceProfile(), e.instanceProfile, .init(profileName: profile, role: .id(e.hostRole)),
            tags: e.tags(name: profile))
    }

    private static func keyPair(
        _ e: Environment, _ ec2: Environment.Cluster.EC2Capacity, _ draft: inout DeclarationDraft
    ) {
        guard let key = ec2.publicKey else { return }
        let name = "\(e.fullName)-\(e.region)"
        draft.add(KeyPair(), e.keyPair, .init(keyName: name, publicKey: key), tags: e.tags(name: name))
    }

    /// Joins the cluster, lets tasks go elsewhere when AWS takes a spot instance back, and gives the container instance
    /// the host's tags.
    private static func userData(_ e: Environment) -> Reference {
        """
        #!/bin/bash
        cat <<'EOF' >> /etc/ecs/ecs.config
        ECS_CLUSTER=\(Reference.id(e.clusterAddress))
        ECS_ENABLE_SPOT_INSTANCE_DRAINING=true
        ECS_CONTAINER_INSTANCE_PROPAGATE_TAGS_FROM=ec2_instance
        EOF

        """
    }

    private static func developers(_ e: Environment, _ draft: inout DeclarationDraft) {
        let name = "\(e.fullName)-developers"
        draft.add(
            UserGroup(), e.developers,
            .init(groupName: name, inlinePolicies: [name: .developers(of: e)]), tags: [:])
    }
}

extension PolicyDocument {
    /// What a developer of an environment may do: open sessions on its hosts and commands in its containers, and look at
    /// its services and logs. Nothing here changes anything that Plumbline manages.
    static func developers(of e: Environment) -> PolicyDocument {
        let name = e.fullName
        let place = "\(e.region):\(e.account)"
        let cluster = Reference.id(e.clusterAddress)
        func arn(_ service: String, _ resource: Reference) -> Reference {
            "arn:\(e.partition):\(service):\(place):\(resource)"
        }
        return PolicyDocument(statements: [
            // The tags of the hosts tell them from those of other environments.
            PolicyStatement(
                sid: "Hosts", actions: ["ssm:StartSession"], resources: [arn("ec2", "instance/*")],
                conditions: [
                    "StringEquals": ["ssm:resourceTag/Environment": [.known(e.name)]],
                    "StringLike": ["ssm:resourceTag/Name": [.known("\(name)-*")]],
                ]),
            PolicyStatement(
                sid: "Shell", actions: ["ssm:StartSession"],
                resources: [arn("ssm", "document/SSM-SessionManagerRunShell")]),
            PolicyStatement(
                sid: "OwnSessions", actions: ["ssm:ResumeSession", "ssm:TerminateSession"],
                resources: [.known("arn:\(e.partition):ssm:*:\(e.account):session/${aws:username}-*")]),
            PolicyStatement(
                sid: "Containers",
                actions: [
                    "ecs:DescribeClusters", "ecs:DescribeContainerInstances", "ecs:DescribeServices",
                    "ecs:DescribeTasks", "ecs:ExecuteCommand",
                ],
                resources: [
                    arn("ecs", "cluster/\(cluster)"), arn("ecs", "container-instance/\(cluster)/*"),
                    arn("ecs", "service/\(cluster)/*"), arn("ecs", "task/\(cluster)/*"),
                ]),
            PolicyStatement(
                sid: "Logs",
                actions: ["logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents"],
                resources: [arn("logs", "log-group:\(name)-*")]),
            // To find what is above; AWS gives these no narrower resource.
            PolicyStatement(
                sid: "Find",
                actions: [
                    "ec2:DescribeInstances", "ecs:DescribeTaskDefinition", "ecs:ListClusters",
                    "ecs:ListContainerInstances", "ecs:ListServices", "ecs:ListTasks", "logs:DescribeLogGroups",
                    "ssm:DescribeInstanceInformation", "ssm:DescribeSessions", "ssm:GetConnectionStatus",
                ], resources: ["*"]),
        ])
    }
}

extension Environment.Cluster.EC2Capacity {
    /// The public parameter that names the current image for ECS hosts of this processor
    /// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html).
    var imageParameter: String {
        let processor = instanceType.architecture == .arm64 ? "arm64/" : ""
        return "/aws/service/ecs/optimized-ami/amazon-linux-2023/\(processor)recommended/image_id"
    }
}

extension Environment {
    var hostRole: ResourceAddress { address.appending("HostRole") }
    var instanceProfile: ResourceAddress { address.appending("InstanceProfile") }
    var keyPair: ResourceAddress { address.appending("KeyPair") }
    var launchTemplate: ResourceAddress { address.appending("LaunchTemplate") }
    var autoScalingGroup: ResourceAddress { address.appending("AutoScalingGroup") }
    var capacityProvider: ResourceAddress { address.appending("CapacityProvider") }
    var developers: ResourceAddress { address.appending("DeveloperUserGroup") }
}
