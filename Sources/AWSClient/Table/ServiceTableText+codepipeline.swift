// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of codepipeline.
    static let codepipeline = """
        service id=codepipeline protocol=json version=2015-07-09 endpoint=codepipeline signing=codepipeline settings=codepipeline target=CodePipeline_20150709 json=1.1
        op CreatePipeline in=0 out=1 error=ValidationException: error=PipelineNameInUseException: error=InvalidStageDeclarationException: error=InvalidActionDeclarationException: error=InvalidBlockerDeclarationException: error=InvalidStructureException: error=LimitExceededException: error=TooManyTagsException: error=InvalidTagsException: error=ConcurrentModificationException:
        op DeletePipeline in=2 error=ValidationException: error=ConcurrentModificationException:
        op GetPipeline in=3 out=4 error=ValidationException: error=PipelineNotFoundException: error=PipelineVersionNotFoundException:
        op ListPipelines in=5 out=6 page=nextToken>nextToken limit=maxResults:1000 error=ValidationException: error=InvalidNextTokenException:
        op ListTagsForResource in=7 out=8 page=nextToken>nextToken limit=maxResults:100 error=ValidationException: error=ResourceNotFoundException: error=InvalidNextTokenException: error=InvalidArnException:
        op TagResource in=9 out=10 error=ValidationException: error=ResourceNotFoundException: error=InvalidArnException: error=TooManyTagsException: error=InvalidTagsException: error=ConcurrentModificationException:
        op UntagResource in=11 out=12 error=ValidationException: error=ResourceNotFoundException: error=InvalidArnException: error=InvalidTagsException: error=ConcurrentModificationException:
        op UpdatePipeline in=13 out=14 error=ValidationException: error=InvalidStageDeclarationException: error=InvalidActionDeclarationException: error=InvalidBlockerDeclarationException: error=InvalidStructureException: error=LimitExceededException:
        struct pipeline=15,required tags=16
        struct pipeline=15 tags=16
        struct name=s,required
        struct name=s,required version=i
        struct pipeline=15 metadata=17
        struct nextToken=s maxResults=i
        struct pipelines=18 nextToken=s
        struct resourceArn=s,required nextToken=s maxResults=i
        struct tags=16 nextToken=s
        struct resourceArn=s,required tags=16,required
        struct
        struct resourceArn=s,required tagKeys=19,required
        struct
        struct pipeline=15,required
        struct pipeline=15
        struct name=s,required roleArn=s,required artifactStore=20 artifactStores=21 stages=22,required version=i executionMode=s pipelineType=s variables=23 triggers=24
        list 25
        struct pipelineArn=s created=t updated=t pollingDisabledAt=t
        list 26
        list s
        struct type=s,required location=s,required encryptionKey=27
        map s 20
        list 28
        list 29
        list 30
        struct key=s,required value=s,required
        struct name=s version=i pipelineType=s executionMode=s created=t updated=t
        struct id=s,required type=s,required
        struct name=s,required blockers=31 actions=32,required onFailure=33 onSuccess=34 beforeEntry=35
        struct name=s,required defaultValue=s description=s
        struct providerType=s,required gitConfiguration=36,required
        list 37
        list 38
        struct result=s retryConfiguration=39 conditions=40
        struct conditions=40,required
        struct conditions=40,required
        struct sourceActionName=s,required push=41 pullRequest=42
        struct name=s,required type=s,required
        struct name=s,required actionTypeId=43,required runOrder=i configuration=44 commands=45 outputArtifacts=46 inputArtifacts=47 outputVariables=48 roleArn=s region=s namespace=s timeoutInMinutes=i environmentVariables=49
        struct retryMode=s
        list 50
        list 51
        list 52
        struct category=s,required owner=s,required provider=s,required version=s,required
        map s s
        list s
        list 53
        list 54
        list s
        list 55
        struct result=s rules=56
        struct tags=57 branches=58 filePaths=59
        struct events=60 branches=58 filePaths=59
        struct name=s,required files=61
        struct name=s,required
        struct name=s,required value=s,required type=s
        list 62
        struct includes=63 excludes=63
        struct includes=64 excludes=64
        struct includes=65 excludes=65
        list s
        list s
        struct name=s,required ruleTypeId=66,required configuration=67 commands=45 inputArtifacts=47 roleArn=s region=s timeoutInMinutes=i
        list s
        list s
        list s
        struct category=s,required owner=s provider=s,required version=s
        map s s
        """
}
