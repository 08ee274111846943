// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of codebuild.
    static let codebuild = """
        service id=codebuild protocol=json version=2016-10-06 endpoint=codebuild signing=codebuild settings=codebuild target=CodeBuild_20161006 json=1.1
        op BatchGetProjects in=0 out=1 error=InvalidInputException:
        op CreateProject in=2 out=3 error=InvalidInputException: error=ResourceAlreadyExistsException: error=AccountLimitExceededException:
        op DeleteProject in=4 out=5 error=InvalidInputException:
        op ListProjects in=6 out=7 page=nextToken>nextToken error=InvalidInputException:
        op UpdateProject in=8 out=9 error=InvalidInputException: error=ResourceNotFoundException:
        struct names=10,required
        struct projects=11 projectsNotFound=10
        struct name=s,required description=s source=12,required secondarySources=13 sourceVersion=s secondarySourceVersions=14 artifacts=15,required secondaryArtifacts=16 cache=17 environment=18,required serviceRole=s,required timeoutInMinutes=i queuedTimeoutInMinutes=i encryptionKey=s tags=19 vpcConfig=20 badgeEnabled=b logsConfig=21 fileSystemLocations=22 buildBatchConfig=23 concurrentBuildLimit=i autoRetryLimit=i
        struct project=24
        struct name=s,required
        struct
        struct sortBy=s sortOrder=s nextToken=s
        struct nextToken=s projects=10
        struct name=s,required description=s source=12 secondarySources=13 sourceVersion=s secondarySourceVersions=14 artifacts=15 secondaryArtifacts=16 cache=17 environment=18 serviceRole=s timeoutInMinutes=i queuedTimeoutInMinutes=i encryptionKey=s tags=19 vpcConfig=20 badgeEnabled=b logsConfig=21 fileSystemLocations=22 buildBatchConfig=23 concurrentBuildLimit=i autoRetryLimit=i
        struct project=24
        list s
        list 24
        struct type=s,required location=s gitCloneDepth=i gitSubmodulesConfig=25 buildspec=s auth=26 reportBuildStatus=b buildStatusConfig=27 insecureSsl=b sourceIdentifier=s
        list 12
        list 28
        struct type=s,required location=s path=s namespaceType=s name=s packaging=s overrideArtifactName=b encryptionDisabled=b artifactIdentifier=s bucketOwnerAccess=s
        list 15
        struct type=s,required location=s modes=29 cacheNamespace=s
        struct type=s,required image=s,required computeType=s,required computeConfiguration=30 fleet=31 environmentVariables=32 privilegedMode=b certificate=s registryCredential=33 imagePullCredentialsType=s dockerServer=34
        list 35
        struct vpcId=s subnets=36 securityGroupIds=37
        struct cloudWatchLogs=38 s3Logs=39
        list 40
        struct serviceRole=s combineArtifacts=b restrictions=41 timeoutInMins=i batchReportMode=s
        struct name=s arn=s description=s source=12 secondarySources=13 sourceVersion=s secondarySourceVersions=14 artifacts=15 secondaryArtifacts=16 cache=17 environment=18 serviceRole=s timeoutInMinutes=i queuedTimeoutInMinutes=i encryptionKey=s tags=19 created=t lastModified=t webhook=42 vpcConfig=20 badge=43 logsConfig=21 fileSystemLocations=22 buildBatchConfig=23 concurrentBuildLimit=i projectVisibility=s publicProjectAlias=s resourceAccessRole=s autoRetryLimit=i
        struct fetchSubmodules=b,required
        struct type=s,required resource=s
        struct context=s targetUrl=s
        struct sourceIdentifier=s,required sourceVersion=s,required
        list s
        struct vCpu=l memory=l disk=l machineType=s instanceType=s
        struct fleetArn=s
        list 44
        struct credential=s,required credentialProvider=s,required
        struct computeType=s,required securityGroupIds=37 status=45
        struct key=s value=s
        list s
        list s
        struct status=s,required groupName=s streamName=s
        struct status=s,required location=s encryptionDisabled=b bucketOwnerAccess=s
        struct type=s location=s mountPoint=s identifier=s mountOptions=s
        struct maximumBuildsAllowed=i computeTypesAllowed=46 fleetsAllowed=47
        struct url=s payloadUrl=s secret=s branchFilter=s filterGroups=48 buildType=s manualCreation=b lastModifiedSecret=t scopeConfiguration=49 status=s statusMessage=s pullRequestBuildPolicy=50
        struct badgeEnabled=b badgeRequestUrl=s
        struct name=s,required value=s,required type=s
        struct status=s message=s
        list s
        list s
        list 51
        struct name=s,required domain=s scope=s,required
        struct requiresCommentApproval=s,required approverRoles=52
        list 53
        list s
        struct type=s,required pattern=s,required excludeMatchedPattern=b
        """
}
