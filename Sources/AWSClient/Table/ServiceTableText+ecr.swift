// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of ecr.
    static let ecr = """
        service id=ecr protocol=json version=2015-09-21 endpoint=api.ecr signing=ecr settings=ecr target=AmazonEC2ContainerRegistry_V20150921 json=1.1
        op BatchGetImage in=0 out=1 error=ServerException: error=InvalidParameterException: error=RepositoryNotFoundException: error=LimitExceededException: error=UnableToGetUpstreamImageException:
        op CreateRepository in=2 out=3 error=ServerException: error=InvalidParameterException: error=InvalidTagParameterException: error=TooManyTagsException: error=RepositoryAlreadyExistsException: error=LimitExceededException: error=KmsException:
        op DeleteLifecyclePolicy in=4 out=5 error=ServerException: error=InvalidParameterException: error=RepositoryNotFoundException: error=LifecyclePolicyNotFoundException: error=ValidationException:
        op DeleteRepository in=6 out=7 error=ServerException: error=InvalidParameterException: error=RepositoryNotFoundException: error=RepositoryNotEmptyException: error=KmsException:
        op DeleteRepositoryPolicy in=8 out=9 error=ServerException: error=InvalidParameterException: error=RepositoryNotFoundException: error=RepositoryPolicyNotFoundException:
        op DescribeImages in=10 out=11 page=nextToken>nextToken limit=maxResults:1000 error=ServerException: error=InvalidParameterException: error=RepositoryNotFoundException: error=ImageNotFoundException:
        op DescribeRepositories in=12 out=13 page=nextToken>nextToken limit=maxResults:1000 error=ServerException: error=InvalidParameterException: error=RepositoryNotFoundException:
        op GetLifecyclePolicy in=14 out=15 error=ServerException: error=InvalidParameterException: error=RepositoryNotFoundException: error=LifecyclePolicyNotFoundException: error=ValidationException:
        op GetRepositoryPolicy in=16 out=17 error=ServerException: error=InvalidParameterException: error=RepositoryNotFoundException: error=RepositoryPolicyNotFoundException:
        op ListImages in=18 out=19 page=nextToken>nextToken limit=maxResults:1000 error=ServerException: error=InvalidParameterException: error=RepositoryNotFoundException:
        op ListTagsForResource in=20 out=21 error=InvalidParameterException: error=RepositoryNotFoundException: error=ServerException:
        op PutImage in=22 out=23 error=ServerException: error=InvalidParameterException: error=RepositoryNotFoundException: error=ImageAlreadyExistsException: error=LayersNotFoundException: error=ReferencedImagesNotFoundException: error=LimitExceededException: error=ImageTagAlreadyExistsException: error=ImageDigestDoesNotMatchException: error=KmsException:
        op PutImageScanningConfiguration in=24 out=25 error=ServerException: error=InvalidParameterException: error=RepositoryNotFoundException: error=ValidationException:
        op PutImageTagMutability in=26 out=27 error=ServerException: error=InvalidParameterException: error=RepositoryNotFoundException:
        op PutLifecyclePolicy in=28 out=29 error=ServerException: error=InvalidParameterException: error=RepositoryNotFoundException: error=ValidationException:
        op SetRepositoryPolicy in=30 out=31 error=ServerException: error=InvalidParameterException: error=RepositoryNotFoundException:
        op TagResource in=32 out=33 error=InvalidParameterException: error=InvalidTagParameterException: error=TooManyTagsException: error=RepositoryNotFoundException: error=ServerException:
        op UntagResource in=34 out=35 error=InvalidParameterException: error=InvalidTagParameterException: error=TooManyTagsException: error=RepositoryNotFoundException: error=ServerException:
        struct registryId=s repositoryName=s,required imageIds=36,required acceptedMediaTypes=37
        struct images=38 failures=39
        struct registryId=s repositoryName=s,required tags=40 imageTagMutability=s imageTagMutabilityExclusionFilters=41 imageScanningConfiguration=42 encryptionConfiguration=43
        struct repository=44
        struct registryId=s repositoryName=s,required
        struct registryId=s repositoryName=s lifecyclePolicyText=s lastEvaluatedAt=t
        struct registryId=s repositoryName=s,required force=b
        struct repository=44
        struct registryId=s repositoryName=s,required
        struct registryId=s repositoryName=s policyText=s
        struct registryId=s repositoryName=s,required imageIds=36 nextToken=s maxResults=i filter=45
        struct imageDetails=46 nextToken=s
        struct registryId=s repositoryNames=47 nextToken=s maxResults=i
        struct repositories=48 nextToken=s
        struct registryId=s repositoryName=s,required
        struct registryId=s repositoryName=s lifecyclePolicyText=s lastEvaluatedAt=t
        struct registryId=s repositoryName=s,required
        struct registryId=s repositoryName=s policyText=s
        struct registryId=s repositoryName=s,required nextToken=s maxResults=i filter=49
        struct imageIds=36 nextToken=s
        struct resourceArn=s,required
        struct tags=40
        struct registryId=s repositoryName=s,required imageManifest=s,required imageManifestMediaType=s imageTag=s imageDigest=s
        struct image=50
        struct registryId=s repositoryName=s,required imageScanningConfiguration=42,required
        struct registryId=s repositoryName=s imageScanningConfiguration=42
        struct registryId=s repositoryName=s,required imageTagMutability=s,required imageTagMutabilityExclusionFilters=41
        struct registryId=s repositoryName=s imageTagMutability=s imageTagMutabilityExclusionFilters=41
        struct registryId=s repositoryName=s,required lifecyclePolicyText=s,required
        struct registryId=s repositoryName=s lifecyclePolicyText=s
        struct registryId=s repositoryName=s,required policyText=s,required force=b
        struct registryId=s repositoryName=s policyText=s
        struct resourceArn=s,required tags=40,required
        struct
        struct resourceArn=s,required tagKeys=51,required
        struct
        list 52
        list s
        list 50
        list 53
        list 54
        list 55
        struct scanOnPush=b
        struct encryptionType=s,required kmsKey=s
        struct repositoryArn=s registryId=s repositoryName=s repositoryUri=s createdAt=t imageTagMutability=s imageTagMutabilityExclusionFilters=41 imageScanningConfiguration=42 encryptionConfiguration=43
        struct tagStatus=s imageStatus=s
        list 56
        list s
        list 44
        struct tagStatus=s imageStatus=s
        struct registryId=s repositoryName=s imageId=52 imageManifest=s imageManifestMediaType=s
        list s
        struct imageDigest=s imageTag=s
        struct imageId=52 failureCode=s failureReason=s
        struct Key=s,required Value=s,required
        struct filterType=s,required filter=s,required
        struct registryId=s repositoryName=s imageDigest=s imageTags=57 imageSizeInBytes=l imagePushedAt=t imageScanStatus=58 imageScanFindingsSummary=59 imageManifestMediaType=s artifactMediaType=s lastRecordedPullTime=t subjectManifestDigest=s imageStatus=s lastArchivedAt=t lastActivatedAt=t
        list s
        struct status=s description=s
        struct imageScanCompletedAt=t vulnerabilitySourceUpdatedAt=t findingSeverityCounts=60
        map s i
        """
}
