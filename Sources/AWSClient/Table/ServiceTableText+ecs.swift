// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of ecs.
    static let ecs = """
        service id=ecs protocol=json version=2014-11-13 endpoint=ecs signing=ecs settings=ecs target=AmazonEC2ContainerServiceV20141113 json=1.1
        op CreateCapacityProvider in=0 out=1 error=AccessDeniedException: error=LimitExceededException: error=ServerException: error=UpdateInProgressException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException: error=UnsupportedFeatureException:
        op CreateCluster in=2 out=3 error=AccessDeniedException: error=NamespaceNotFoundException: error=ServerException: error=InvalidParameterException: error=ClientException:
        op CreateService in=4 out=5 error=AccessDeniedException: error=PlatformUnknownException: error=NamespaceNotFoundException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException: error=PlatformTaskDefinitionIncompatibilityException: error=UnsupportedFeatureException:
        op DeleteCapacityProvider in=6 out=7 error=AccessDeniedException: error=ServerException: error=UpdateInProgressException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException: error=UnsupportedFeatureException:
        op DeleteCluster in=8 out=9 error=ClusterContainsContainerInstancesException: error=AccessDeniedException: error=ClusterContainsServicesException: error=ClusterContainsCapacityProviderException: error=ClusterContainsTasksException: error=ServerException: error=UpdateInProgressException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException:
        op DeleteService in=10 out=11 error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ServiceNotFoundException: error=ClusterNotFoundException:
        op DeleteTaskDefinitions in=12 out=13 error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException:
        op DeregisterTaskDefinition in=14 out=15 error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException:
        op DescribeCapacityProviders in=16 out=17 page=nextToken>nextToken limit=maxResults error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException: error=UnsupportedFeatureException:
        op DescribeClusters in=18 out=19 error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException:
        op DescribeContainerInstances in=20 out=21 error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException:
        op DescribeServiceDeployments in=22 out=23 error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ServiceNotFoundException: error=ClusterNotFoundException: error=UnsupportedFeatureException:
        op DescribeServiceRevisions in=24 out=25 error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ServiceNotFoundException: error=ClusterNotFoundException: error=UnsupportedFeatureException:
        op DescribeServices in=26 out=27 error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException:
        op DescribeTaskDefinition in=28 out=29 error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException:
        op DescribeTasks in=30 out=31 error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException:
        op ListAccountSettings in=32 out=33 page=nextToken>nextToken limit=maxResults error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException:
        op ListClusters in=34 out=35 page=nextToken>nextToken limit=maxResults error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException:
        op ListContainerInstances in=36 out=37 page=nextToken>nextToken limit=maxResults error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException:
        op ListServiceDeployments in=38 out=39 page=nextToken>nextToken limit=maxResults error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ServiceNotFoundException: error=ClusterNotFoundException: error=UnsupportedFeatureException:
        op ListServices in=40 out=41 page=nextToken>nextToken limit=maxResults error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException:
        op ListTagsForResource in=42 out=43 error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException:
        op ListTaskDefinitionFamilies in=44 out=45 page=nextToken>nextToken limit=maxResults error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException:
        op ListTaskDefinitions in=46 out=47 page=nextToken>nextToken limit=maxResults error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException:
        op ListTasks in=48 out=49 page=nextToken>nextToken limit=maxResults error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ServiceNotFoundException: error=ClusterNotFoundException:
        op PutAccountSetting in=50 out=51 error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException:
        op PutClusterCapacityProviders in=52 out=53 error=AccessDeniedException: error=ServerException: error=UpdateInProgressException: error=InvalidParameterException: error=ResourceInUseException: error=ClientException: error=ClusterNotFoundException:
        op RegisterTaskDefinition in=54 out=55 error=AccessDeniedException: error=LimitExceededException: error=ServerException: error=InvalidParameterException: error=ClientException:
        op RunTask in=56 out=57 error=ConflictException: error=AccessDeniedException: error=PlatformUnknownException: error=ServerException: error=InvalidParameterException: error=BlockedException: error=ClientException: error=ClusterNotFoundException: error=PlatformTaskDefinitionIncompatibilityException: error=UnsupportedFeatureException:
        op StopTask in=58 out=59 error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException:
        op TagResource in=60 out=61 error=AccessDeniedException: error=LimitExceededException: error=ResourceNotFoundException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException:
        op UntagResource in=62 out=63 error=AccessDeniedException: error=ResourceNotFoundException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException:
        op UpdateCapacityProvider in=64 out=65 error=AccessDeniedException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException: error=UnsupportedFeatureException:
        op UpdateCluster in=66 out=67 error=AccessDeniedException: error=NamespaceNotFoundException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException:
        op UpdateClusterSettings in=68 out=69 error=AccessDeniedException: error=ServerException: error=UpdateInProgressException: error=InvalidParameterException: error=ClientException: error=ClusterNotFoundException:
        op UpdateService in=70 out=71 error=AccessDeniedException: error=PlatformUnknownException: error=NamespaceNotFoundException: error=ServiceNotActiveException: error=ServerException: error=InvalidParameterException: error=ClientException: error=ServiceNotFoundException: error=ClusterNotFoundException: error=PlatformTaskDefinitionIncompatibilityException: error=UnsupportedFeatureException:
        struct name=s,required cluster=s autoScalingGroupProvider=72 managedInstancesProvider=73 tags=74
        struct capacityProvider=75
        struct clusterName=s tags=74 settings=76 configuration=77 capacityProviders=78 defaultCapacityProviderStrategy=79 serviceConnectDefaults=80
        struct cluster=81
        struct cluster=s serviceName=s,required taskDefinition=s availabilityZoneRebalancing=s loadBalancers=82 serviceRegistries=83 desiredCount=i clientToken=s launchType=s capacityProviderStrategy=79 platformVersion=s role=s deploymentConfiguration=84 placementConstraints=85 placementStrategy=86 networkConfiguration=87 healthCheckGracePeriodSeconds=i schedulingStrategy=s deploymentController=88 tags=74 enableECSManagedTags=b propagateTags=s enableExecuteCommand=b serviceConnectConfiguration=89 volumeConfigurations=90 vpcLatticeConfigurations=91
        struct service=92
        struct capacityProvider=s,required cluster=s
        struct capacityProvider=75
        struct cluster=s,required
        struct cluster=81
        struct cluster=s service=s,required force=b
        struct service=92
        struct taskDefinitions=78,required
        struct taskDefinitions=93 failures=94
        struct taskDefinition=s,required
        struct taskDefinition=95
        struct capacityProviders=78 cluster=s include=96 maxResults=i nextToken=s
        struct capacityProviders=97 failures=94 nextToken=s
        struct clusters=78 include=98
        struct clusters=99 failures=94
        struct cluster=s containerInstances=78,required include=100
        struct containerInstances=101 failures=94
        struct serviceDeploymentArns=78,required
        struct serviceDeployments=102 failures=94
        struct serviceRevisionArns=78,required
        struct serviceRevisions=103 failures=94
        struct cluster=s services=78,required include=104
        struct services=105 failures=94
        struct taskDefinition=s,required include=106
        struct taskDefinition=95 tags=74
        struct cluster=s tasks=78,required include=107
        struct tasks=108 failures=94
        struct name=s value=s principalArn=s effectiveSettings=b nextToken=s maxResults=i
        struct settings=109 nextToken=s
        struct nextToken=s maxResults=i
        struct clusterArns=78 nextToken=s
        struct cluster=s filter=s nextToken=s maxResults=i status=s
        struct containerInstanceArns=78 nextToken=s
        struct service=s,required cluster=s status=110 createdAt=111 nextToken=s maxResults=i
        struct serviceDeployments=112 nextToken=s
        struct cluster=s nextToken=s maxResults=i launchType=s schedulingStrategy=s resourceManagementType=s
        struct serviceArns=78 nextToken=s
        struct resourceArn=s,required
        struct tags=74
        struct familyPrefix=s status=s nextToken=s maxResults=i
        struct families=78 nextToken=s
        struct familyPrefix=s status=s sort=s nextToken=s maxResults=i
        struct taskDefinitionArns=78 nextToken=s
        struct cluster=s containerInstance=s family=s nextToken=s maxResults=i startedBy=s serviceName=s desiredStatus=s launchType=s daemonName=s
        struct taskArns=78 nextToken=s
        struct name=s,required value=s,required principalArn=s
        struct setting=113
        struct cluster=s,required capacityProviders=78,required defaultCapacityProviderStrategy=79,required
        struct cluster=81
        struct family=s,required taskRoleArn=s executionRoleArn=s networkMode=s containerDefinitions=114,required volumes=115 placementConstraints=116 requiresCompatibilities=117 cpu=s memory=s tags=74 pidMode=s ipcMode=s proxyConfiguration=118 inferenceAccelerators=119 ephemeralStorage=120 runtimePlatform=121 enableFaultInjection=b
        struct taskDefinition=95 tags=74
        struct capacityProviderStrategy=79 cluster=s count=i enableECSManagedTags=b enableExecuteCommand=b group=s launchType=s networkConfiguration=87 overrides=122 placementConstraints=85 placementStrategy=86 platformVersion=s propagateTags=s referenceId=s startedBy=s tags=74 taskDefinition=s,required clientToken=s,token volumeConfigurations=123
        struct tasks=108 failures=94
        struct cluster=s task=s,required reason=s
        struct task=124
        struct resourceArn=s,required tags=74,required
        struct
        struct resourceArn=s,required tagKeys=125,required
        struct
        struct name=s,required cluster=s autoScalingGroupProvider=126 managedInstancesProvider=127
        struct capacityProvider=75
        struct cluster=s,required settings=76 configuration=77 serviceConnectDefaults=80
        struct cluster=81
        struct cluster=s,required settings=76,required
        struct cluster=81
        struct cluster=s service=s,required desiredCount=i taskDefinition=s capacityProviderStrategy=79 deploymentConfiguration=84 availabilityZoneRebalancing=s networkConfiguration=87 placementConstraints=85 placementStrategy=86 platformVersion=s forceNewDeployment=b healthCheckGracePeriodSeconds=i deploymentController=88 enableExecuteCommand=b enableECSManagedTags=b loadBalancers=82 propagateTags=s serviceRegistries=83 serviceConnectConfiguration=89 volumeConfigurations=90 vpcLatticeConfigurations=91
        struct service=92
        struct autoScalingGroupArn=s,required managedScaling=128 managedTerminationProtection=s managedDraining=s
        struct infrastructureRoleArn=s,required instanceLaunchTemplate=129,required propagateTags=s infrastructureOptimization=130 autoRepairConfiguration=131
        list 132
        struct capacityProviderArn=s name=s cluster=s status=s autoScalingGroupProvider=72 managedInstancesProvider=133 updateStatus=s updateStatusReason=s tags=74 type=s
        list 134
        struct executeCommandConfiguration=135 managedStorageConfiguration=136
        list s
        list 137
        struct namespace=s,required
        struct clusterArn=s clusterName=s configuration=77 status=s registeredContainerInstancesCount=i runningTasksCount=i pendingTasksCount=i activeServicesCount=i statistics=138 tags=74 settings=76 capacityProviders=78 defaultCapacityProviderStrategy=79 attachments=139 attachmentsStatus=s serviceConnectDefaults=140
        list 141
        list 142
        struct deploymentCircuitBreaker=143 maximumPercent=i minimumHealthyPercent=i alarms=144 strategy=s bakeTimeInMinutes=i lifecycleHooks=145 linearConfiguration=146 canaryConfiguration=147
        list 148
        list 149
        struct awsvpcConfiguration=150
        struct type=s,required
        struct enabled=b,required namespace=s services=151 logConfiguration=152 accessLogConfiguration=153
        list 154
        list 155
        struct serviceArn=s serviceName=s clusterArn=s loadBalancers=82 serviceRegistries=83 status=s desiredCount=i runningCount=i pendingCount=i launchType=s capacityProviderStrategy=79 platformVersion=s platformFamily=s taskDefinition=s deploymentConfiguration=84 taskSets=156 deployments=157 roleArn=s events=158 createdAt=t currentServiceDeployment=s currentServiceRevisions=159 placementConstraints=85 placementStrategy=86 networkConfiguration=87 healthCheckGracePeriodSeconds=i schedulingStrategy=s deploymentController=88 tags=74 createdBy=s enableECSManagedTags=b propagateTags=s enableExecuteCommand=b availabilityZoneRebalancing=s resourceManagementType=s
        list 95
        list 160
        struct taskDefinitionArn=s containerDefinitions=114 family=s taskRoleArn=s executionRoleArn=s networkMode=s revision=i volumes=115 status=s requiresAttributes=161 placementConstraints=116 compatibilities=117 runtimePlatform=121 requiresCompatibilities=117 cpu=s memory=s inferenceAccelerators=119 pidMode=s ipcMode=s proxyConfiguration=118 registeredAt=t deregisteredAt=t deleteRequestedAt=t registeredBy=s ephemeralStorage=120 enableFaultInjection=b
        list s
        list 75
        list s
        list 81
        list s
        list 162
        list 163
        list 164
        list s
        list 92
        list s
        list s
        list 124
        list 113
        list s
        struct before=t after=t
        list 165
        struct name=s value=s principalArn=s type=s
        list 166
        list 167
        list 168
        list s
        struct type=s containerName=s,required properties=169
        list 170
        struct sizeInGiB=i,required
        struct cpuArchitecture=s operatingSystemFamily=s
        struct containerOverrides=171 cpu=s inferenceAcceleratorOverrides=172 executionRoleArn=s memory=s taskRoleArn=s ephemeralStorage=120
        list 173
        struct attachments=139 attributes=174 availabilityZone=s capacityProviderName=s clusterArn=s connectivity=s connectivityAt=t containerInstanceArn=s containers=175 cpu=s createdAt=t desiredStatus=s enableExecuteCommand=b executionStoppedAt=t group=s healthStatus=s inferenceAccelerators=119 lastStatus=s launchType=s memory=s overrides=122 platformVersion=s platformFamily=s pullStartedAt=t pullStoppedAt=t startedAt=t startedBy=s stopCode=s stoppedAt=t stoppedReason=s stoppingAt=t tags=74 taskArn=s taskDefinitionArn=s version=l ephemeralStorage=120 fargateEphemeralStorage=176
        list s
        struct managedScaling=128 managedTerminationProtection=s managedDraining=s
        struct infrastructureRoleArn=s,required instanceLaunchTemplate=177,required propagateTags=s infrastructureOptimization=130 autoRepairConfiguration=131
        struct status=s targetCapacity=i minimumScalingStepSize=i maximumScalingStepSize=i instanceWarmupPeriod=i
        struct ec2InstanceProfileArn=s,required networkConfiguration=178,required storageConfiguration=179 localStorageConfiguration=180 monitoring=s capacityOptionType=s instanceMetadataTagsPropagation=b instanceRequirements=181 fipsEnabled=b capacityReservations=182
        struct scaleInAfter=i
        struct actionsStatus=s
        struct key=s value=s
        struct infrastructureRoleArn=s instanceLaunchTemplate=129 propagateTags=s infrastructureOptimization=130 autoRepairConfiguration=131
        struct name=s value=s
        struct kmsKeyId=s logging=s logConfiguration=183
        struct kmsKeyId=s fargateEphemeralStorageKmsKeyId=s
        struct capacityProvider=s,required weight=i base=i
        list 184
        list 185
        struct namespace=s
        struct targetGroupArn=s loadBalancerName=s containerName=s containerPort=i advancedConfiguration=186
        struct registryArn=s port=i containerName=s containerPort=i
        struct enable=b,required rollback=b,required
        struct alarmNames=78,required rollback=b,required enable=b,required
        list 187
        struct stepPercent=d stepBakeTimeInMinutes=i
        struct canaryPercent=d canaryBakeTimeInMinutes=i
        struct type=s expression=s
        struct type=s field=s
        struct subnets=78,required securityGroups=78 assignPublicIp=s
        list 188
        struct logDriver=s,required options=189 secretOptions=190
        struct format=s,required includeQueryParameters=s
        struct name=s,required managedEBSVolume=191
        struct roleArn=s,required targetGroupArn=s,required portName=s,required
        list 192
        list 193
        list 194
        list 195
        struct arn=s reason=s detail=s
        list 196
        struct containerInstanceArn=s ec2InstanceId=s capacityProviderName=s version=l versionInfo=197 remainingResources=198 registeredResources=198 status=s statusReason=s agentConnected=b runningTasksCount=i pendingTasksCount=i agentUpdateStatus=s attributes=174 registeredAt=t attachments=139 tags=74 healthStatus=199
        struct serviceDeploymentArn=s serviceArn=s clusterArn=s createdAt=t startedAt=t finishedAt=t stoppedAt=t updatedAt=t sourceServiceRevisions=200 targetServiceRevision=201 status=s statusReason=s lifecycleStage=s lifecycleHookDetails=202 deploymentConfiguration=84 rollback=203 deploymentCircuitBreaker=204 alarms=205
        struct serviceRevisionArn=s serviceArn=s clusterArn=s taskDefinition=s capacityProviderStrategy=79 launchType=s platformVersion=s platformFamily=s loadBalancers=82 serviceRegistries=83 networkConfiguration=87 containerImages=206 guardDutyEnabled=b serviceConnectConfiguration=89 volumeConfigurations=90 fargateEphemeralStorage=207 createdAt=t vpcLatticeConfigurations=91 resolvedConfiguration=208 ecsManagedResources=209
        struct serviceDeploymentArn=s serviceArn=s clusterArn=s startedAt=t createdAt=t finishedAt=t targetServiceRevisionArn=s status=s statusReason=s
        struct name=s image=s repositoryCredentials=210 cpu=i memory=i memoryReservation=i links=78 portMappings=211 essential=b restartPolicy=212 entryPoint=78 command=78 environment=213 environmentFiles=214 mountPoints=215 volumesFrom=216 linuxParameters=217 secrets=190 dependsOn=218 startTimeout=i stopTimeout=i versionConsistency=s hostname=s user=s workingDirectory=s disableNetworking=b privileged=b readonlyRootFilesystem=b dnsServers=78 dnsSearchDomains=78 extraHosts=219 dockerSecurityOptions=78 interactive=b pseudoTerminal=b dockerLabels=220 ulimits=221 logConfiguration=152 healthCheck=222 systemControls=223 resourceRequirements=224 firelensConfiguration=225 credentialSpecs=78
        struct name=s host=226 dockerVolumeConfiguration=227 efsVolumeConfiguration=228 s3filesVolumeConfiguration=229 fsxWindowsFileServerVolumeConfiguration=230 configuredAtLaunch=b
        struct type=s expression=s
        list 184
        struct deviceName=s,required deviceType=s,required
        list 231
        list 232
        struct name=s,required managedEBSVolume=233
        list 196
        list 234
        struct sizeInGiB=i kmsKeyId=s
        struct ec2InstanceProfileArn=s networkConfiguration=178 storageConfiguration=179 instanceMetadataTagsPropagation=b localStorageConfiguration=180 monitoring=s instanceRequirements=181 capacityReservations=182
        struct subnets=78 securityGroups=78
        struct storageSizeGiB=i
        struct useLocalStorage=b
        struct vCpuCount=235,required memoryMiB=236,required cpuManufacturers=237 memoryGiBPerVCpu=238 excludedInstanceTypes=239 instanceGenerations=240 spotMaxPricePercentageOverLowestPrice=i onDemandMaxPricePercentageOverLowestPrice=i bareMetal=s burstablePerformance=s requireHibernateSupport=b networkInterfaceCount=241 localStorage=s localStorageTypes=242 totalLocalStorageGB=243 baselineEbsBandwidthMbps=244 acceleratorTypes=245 acceleratorCount=246 acceleratorManufacturers=247 acceleratorNames=248 acceleratorTotalMemoryMiB=249 networkBandwidthGbps=250 allowedInstanceTypes=251 maxSpotPriceAsPercentageOfOptimalOnDemandPrice=i
        struct reservationGroupArn=s reservationPreference=s
        struct cloudWatchLogGroupName=s cloudWatchEncryptionEnabled=b s3BucketName=s s3EncryptionEnabled=b s3KeyPrefix=s
        struct name=s value=s
        struct id=s type=s status=s details=252
        struct alternateTargetGroupArn=s productionListenerRule=s testListenerRule=s roleArn=s
        struct targetType=s hookTargetArn=s roleArn=s lifecycleStages=253 hookDetails=J timeoutConfiguration=254
        struct portName=s,required discoveryName=s clientAliases=255 ingressPortOverride=i timeout=256 tls=257
        map s s
        list 258
        struct encrypted=b kmsKeyId=s volumeType=s sizeInGiB=i snapshotId=s volumeInitializationRate=i iops=i throughput=i tagSpecifications=259 roleArn=s,required filesystemType=s
        struct id=s taskSetArn=s serviceArn=s clusterArn=s startedBy=s externalId=s status=s taskDefinition=s computedDesiredCount=i pendingCount=i runningCount=i createdAt=t updatedAt=t launchType=s capacityProviderStrategy=79 platformVersion=s platformFamily=s networkConfiguration=87 loadBalancers=82 serviceRegistries=83 scale=260 stabilityStatus=s stabilityStatusAt=t tags=74 fargateEphemeralStorage=207
        struct id=s status=s taskDefinition=s desiredCount=i pendingCount=i runningCount=i failedTasks=i createdAt=t updatedAt=t capacityProviderStrategy=79 launchType=s platformVersion=s platformFamily=s networkConfiguration=87 rolloutState=s rolloutStateReason=s serviceConnectConfiguration=89 serviceConnectResources=261 volumeConfigurations=90 fargateEphemeralStorage=207 vpcLatticeConfigurations=91
        struct id=s createdAt=t message=s
        struct arn=s requestedTaskCount=i runningTaskCount=i pendingTaskCount=i
        struct name=s,required value=s targetType=s targetId=s
        struct agentVersion=s agentHash=s dockerVersion=s
        list 262
        struct overallStatus=s details=263
        list 201
        struct arn=s requestedTaskCount=i runningTaskCount=i pendingTaskCount=i requestedTestTrafficWeight=d requestedProductionTrafficWeight=d
        list 264
        struct reason=s startedAt=t serviceRevisionArn=s
        struct status=s failureCount=i threshold=i
        struct status=s alarmNames=78 triggeredAlarmNames=78
        list 265
        struct kmsKeyId=s
        struct loadBalancers=266
        struct ingressPaths=267 autoScaling=268 metricAlarms=269 serviceSecurityGroups=270 logGroups=271
        struct credentialsParameter=s,required
        list 272
        struct enabled=b,required ignoredExitCodes=273 restartAttemptPeriod=i
        list 184
        list 274
        list 275
        list 276
        struct capabilities=277 devices=278 initProcessEnabled=b sharedMemorySize=i tmpfs=279 maxSwap=i swappiness=i
        list 280
        list 281
        map s s
        list 282
        struct command=78,required interval=i timeout=i retries=i startPeriod=i
        list 283
        list 284
        struct type=s,required options=285
        struct sourcePath=s
        struct scope=s autoprovision=b driver=s driverOpts=286 labels=286
        struct fileSystemId=s,required rootDirectory=s transitEncryption=s transitEncryptionPort=i authorizationConfig=287
        struct fileSystemArn=s,required rootDirectory=s transitEncryptionPort=i accessPointArn=s
        struct fileSystemId=s,required rootDirectory=s,required authorizationConfig=288,required
        struct name=s command=78 environment=213 environmentFiles=214 cpu=i memory=i memoryReservation=i resourceRequirements=224
        struct deviceName=s deviceType=s
        struct encrypted=b kmsKeyId=s volumeType=s sizeInGiB=i snapshotId=s volumeInitializationRate=i iops=i throughput=i tagSpecifications=259 roleArn=s,required terminationPolicy=289 filesystemType=s
        struct containerArn=s taskArn=s name=s image=s imageDigest=s runtimeId=s lastStatus=s exitCode=i reason=s networkBindings=290 networkInterfaces=291 healthStatus=s managedAgents=292 cpu=s memory=s memoryReservation=s gpuIds=293
        struct min=i,required max=i
        struct min=i,required max=i
        list s
        struct min=d max=d
        list s
        list s
        struct min=i max=i
        list s
        struct min=d max=d
        struct min=i max=i
        list s
        struct min=i max=i
        list s
        list s
        struct min=i max=i
        struct min=d max=d
        list s
        list 184
        list s
        struct timeoutInMinutes=i action=s
        list 294
        struct idleTimeoutSeconds=i perRequestTimeoutSeconds=i
        struct issuerCertificateAuthority=295,required kmsKey=s roleArn=s
        struct name=s,required valueFrom=s,required
        list 296
        struct value=d unit=s
        list 297
        struct name=s type=s doubleValue=d longValue=l integerValue=i stringSetValue=78
        list 298
        struct hookId=s targetType=s targetArn=s status=s expiresAt=t timeoutAction=s
        struct containerName=s imageDigest=s image=s
        list 299
        list 300
        struct scalableTarget=301 applicationAutoScalingPolicies=302
        list 303
        list 304
        list 305
        struct containerPort=i hostPort=i protocol=s name=s appProtocol=s containerPortRange=s
        list i
        struct value=s,required type=s,required
        struct sourceVolume=s containerPath=s readOnly=b
        struct sourceContainer=s readOnly=b
        struct add=78 drop=78
        list 306
        list 307
        struct containerName=s,required condition=s,required
        struct hostname=s,required ipAddress=s,required
        struct name=s,required softLimit=i,required hardLimit=i,required
        struct namespace=s value=s
        struct value=s,required type=s,required
        map s s
        map s s
        struct accessPointId=s iam=s
        struct credentialsParameter=s,required domain=s,required
        struct deleteOnTermination=b,required
        list 308
        list 309
        list 310
        list s
        struct port=i,required dnsName=s testTrafficRules=311
        struct awsPcaAuthorityArn=s
        struct resourceType=s,required tags=74 propagateTags=s
        struct discoveryName=s discoveryArn=s
        struct type=s status=s statusReason=s lastUpdated=t lastStatusChange=t
        struct targetGroupArn=s productionListenerRule=s
        struct accessType=s,required endpoint=s,required loadBalancer=312 loadBalancerSecurityGroups=270 certificate=313 listener=314 rule=315 targetGroups=316
        struct arn=s status=s,required statusReason=s updatedAt=t,required minCapacity=i,required maxCapacity=i,required
        list 317
        struct arn=s status=s,required statusReason=s updatedAt=t,required
        struct arn=s status=s,required statusReason=s updatedAt=t,required
        struct arn=s status=s,required statusReason=s updatedAt=t,required logGroupName=s,required
        struct hostPath=s,required containerPath=s permissions=318
        struct containerPath=s,required size=i,required mountOptions=78
        struct bindIP=s containerPort=i hostPort=i protocol=s containerPortRange=s hostPortRange=s
        struct attachmentId=s privateIpv4Address=s ipv6Address=s
        struct lastStartedAt=t name=s reason=s lastStatus=s
        struct header=319,required
        struct arn=s status=s,required statusReason=s updatedAt=t,required scheme=s,required subnetIds=78 securityGroupIds=78
        struct arn=s status=s,required statusReason=s updatedAt=t,required domainName=s,required
        struct arn=s status=s,required statusReason=s updatedAt=t,required
        struct arn=s status=s,required statusReason=s updatedAt=t,required
        list 320
        struct arn=s status=s,required statusReason=s updatedAt=t,required policyType=s,required targetValue=d,required metric=s,required
        list s
        struct name=s,required value=321
        struct arn=s status=s,required statusReason=s updatedAt=t,required healthCheckPath=s,required healthCheckPort=i,required port=i,required
        struct exact=s,required
        """
}
