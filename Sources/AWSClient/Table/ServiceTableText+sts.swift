// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of sts.
    static let sts = """
        service id=sts protocol=query version=2011-06-15 endpoint=sts signing=sts settings=sts
        op AssumeRole in=0 out=1 wrap=AssumeRoleResult error=MalformedPolicyDocument:400 error=PackedPolicyTooLarge:400 error=RegionDisabledException:403 error=ExpiredTokenException:400
        op AssumeRoleWithWebIdentity in=2 out=3 wrap=AssumeRoleWithWebIdentityResult error=MalformedPolicyDocument:400 error=PackedPolicyTooLarge:400 error=IDPRejectedClaim:403 error=IDPCommunicationError:400 error=InvalidIdentityToken:400 error=ExpiredTokenException:400 error=RegionDisabledException:403
        op GetCallerIdentity in=4 out=5 wrap=GetCallerIdentityResult
        struct RoleArn=s,required RoleSessionName=s,required PolicyArns=6 Policy=s DurationSeconds=i Tags=7 TransitiveTagKeys=8 ExternalId=s SerialNumber=s TokenCode=s SourceIdentity=s ProvidedContexts=9
        struct Credentials=10 AssumedRoleUser=11 PackedPolicySize=i SourceIdentity=s
        struct RoleArn=s,required RoleSessionName=s,required WebIdentityToken=s,required ProviderId=s PolicyArns=6 Policy=s DurationSeconds=i
        struct Credentials=10 SubjectFromWebIdentityToken=s AssumedRoleUser=11 PackedPolicySize=i Provider=s Audience=s SourceIdentity=s
        struct
        struct UserId=s Account=s Arn=s
        list 12
        list 13
        list s
        list 14
        struct AccessKeyId=s,required SecretAccessKey=s,required SessionToken=s,required Expiration=t,required
        struct AssumedRoleId=s,required Arn=s,required
        struct arn=s
        struct Key=s,required Value=s,required
        struct ProviderArn=s ContextAssertion=s
        """
}
