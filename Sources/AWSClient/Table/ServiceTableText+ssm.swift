// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of ssm.
    static let ssm = """
        service id=ssm protocol=json version=2014-11-06 endpoint=ssm signing=ssm settings=ssm target=AmazonSSM json=1.1
        op AddTagsToResource in=0 out=1 error=InvalidResourceType: error=InvalidResourceId: error=InternalServerError: error=TooManyTagsError: error=TooManyUpdates:
        op DeleteParameter in=2 out=3 error=InternalServerError: error=ParameterNotFound:
        op DeleteParameters in=4 out=5 error=InternalServerError:
        op DescribeParameters in=6 out=7 page=NextToken>NextToken limit=MaxResults:50 error=InternalServerError: error=InvalidFilterKey: error=InvalidFilterOption: error=InvalidFilterValue: error=InvalidNextToken:
        op GetParameter in=8 out=9 error=InternalServerError: error=InvalidKeyId: error=ParameterNotFound: error=ParameterVersionNotFound:
        op GetParameters in=10 out=11 error=InvalidKeyId: error=InternalServerError:
        op GetParametersByPath in=12 out=13 page=NextToken>NextToken limit=MaxResults:10 error=InternalServerError: error=InvalidFilterKey: error=InvalidFilterOption: error=InvalidFilterValue: error=InvalidKeyId: error=InvalidNextToken:
        op ListTagsForResource in=14 out=15 error=InvalidResourceType: error=InvalidResourceId: error=InternalServerError:
        op PutParameter in=16 out=17 error=InternalServerError: error=InvalidKeyId: error=ParameterLimitExceeded: error=TooManyUpdates: error=ParameterAlreadyExists: error=HierarchyLevelLimitExceededException: error=HierarchyTypeMismatchException: error=InvalidAllowedPatternException: error=ParameterMaxVersionLimitExceeded: error=ParameterPatternMismatchException: error=UnsupportedParameterType: error=PoliciesLimitExceededException: error=InvalidPolicyTypeException: error=InvalidPolicyAttributeException: error=IncompatiblePolicyException:
        op RemoveTagsFromResource in=18 out=19 error=InvalidResourceType: error=InvalidResourceId: error=InternalServerError: error=TooManyUpdates:
        struct ResourceType=s,required ResourceId=s,required Tags=20,required
        struct
        struct Name=s,required
        struct
        struct Names=21,required
        struct DeletedParameters=21 InvalidParameters=21
        struct Filters=22 ParameterFilters=23 MaxResults=i NextToken=s Shared=b
        struct Parameters=24 NextToken=s
        struct Name=s,required WithDecryption=b
        struct Parameter=25
        struct Names=21,required WithDecryption=b
        struct Parameters=26 InvalidParameters=21
        struct Path=s,required Recursive=b ParameterFilters=23 WithDecryption=b MaxResults=i NextToken=s
        struct Parameters=26 NextToken=s
        struct ResourceType=s,required ResourceId=s,required
        struct TagList=20
        struct Name=s,required Description=s Value=s,required Type=s KeyId=s Overwrite=b AllowedPattern=s Tags=20 Tier=s Policies=s DataType=s
        struct Version=l Tier=s
        struct ResourceType=s,required ResourceId=s,required TagKeys=27,required
        struct
        list 28
        list s
        list 29
        list 30
        list 31
        struct Name=s Type=s Value=s Version=l Selector=s SourceResult=s LastModifiedDate=t ARN=s DataType=s
        list 25
        list s
        struct Key=s,required Value=s,required
        struct Key=s,required Values=32,required
        struct Key=s,required Option=s Values=33
        struct Name=s ARN=s Type=s KeyId=s LastModifiedDate=t LastModifiedUser=s Description=s AllowedPattern=s Version=l Tier=s Policies=34 DataType=s
        list s
        list s
        list 35
        struct PolicyText=s PolicyType=s PolicyStatus=s
        """
}
