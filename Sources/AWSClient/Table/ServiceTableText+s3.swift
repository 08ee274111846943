// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of s3.
    static let s3 = """
        service id=s3 protocol=rest-xml version=2006-03-01 endpoint=s3 signing=s3 settings=s3 signature=s3
        op CreateBucket http=PUT:/{Bucket} in=0 out=1 error=BucketAlreadyExists:409 error=BucketAlreadyOwnedByYou:409
        op DeleteBucket http=DELETE:/{Bucket} in=2
        op DeleteBucketLifecycle http=DELETE:/{Bucket}?lifecycle in=3
        op DeletePublicAccessBlock http=DELETE:/{Bucket}?publicAccessBlock in=4
        op GetBucketEncryption http=GET:/{Bucket}?encryption in=5 out=6
        op GetBucketLifecycleConfiguration http=GET:/{Bucket}?lifecycle in=7 out=8
        op GetBucketPolicy http=GET:/{Bucket}?policy in=9 out=10
        op GetBucketTagging http=GET:/{Bucket}?tagging in=11 out=12
        op GetBucketVersioning http=GET:/{Bucket}?versioning in=13 out=14
        op GetPublicAccessBlock http=GET:/{Bucket}?publicAccessBlock in=15 out=16
        op ListBuckets http=GET:/ in=17 out=18 page=ContinuationToken>ContinuationToken limit=MaxBuckets:10000
        op PutBucketEncryption http=PUT:/{Bucket}?encryption checksum=1 in=19
        op PutBucketLifecycleConfiguration http=PUT:/{Bucket}?lifecycle checksum=1 in=20 out=21
        op PutBucketPolicy http=PUT:/{Bucket}?policy checksum=1 in=22
        op PutBucketTagging http=PUT:/{Bucket}?tagging checksum=1 in=23
        op PutBucketVersioning http=PUT:/{Bucket}?versioning checksum=1 in=24
        op PutPublicAccessBlock http=PUT:/{Bucket}?publicAccessBlock checksum=1 in=25
        struct ACL=s,name:x-amz-acl,at:header Bucket=s,name:Bucket,at:uri,required CreateBucketConfiguration=26,name:CreateBucketConfiguration,ns:http://s3.amazonaws.com/doc/2006-03-01/,payload GrantFullControl=s,name:x-amz-grant-full-control,at:header GrantRead=s,name:x-amz-grant-read,at:header GrantReadACP=s,name:x-amz-grant-read-acp,at:header GrantWrite=s,name:x-amz-grant-write,at:header GrantWriteACP=s,name:x-amz-grant-write-acp,at:header ObjectLockEnabledForBucket=b,name:x-amz-bucket-object-lock-enabled,at:header ObjectOwnership=s,name:x-amz-object-ownership,at:header BucketNamespace=s,name:x-amz-bucket-namespace,at:header
        struct Location=s,name:Location,at:header BucketArn=s,name:x-amz-bucket-arn,at:header
        struct Bucket=s,name:Bucket,at:uri,required ExpectedBucketOwner=s,name:x-amz-expected-bucket-owner,at:header
        struct Bucket=s,name:Bucket,at:uri,required ExpectedBucketOwner=s,name:x-amz-expected-bucket-owner,at:header
        struct Bucket=s,name:Bucket,at:uri,required ExpectedBucketOwner=s,name:x-amz-expected-bucket-owner,at:header
        struct Bucket=s,name:Bucket,at:uri,required ExpectedBucketOwner=s,name:x-amz-expected-bucket-owner,at:header
        struct ServerSideEncryptionConfiguration=27,payload
        struct Bucket=s,name:Bucket,at:uri,required ExpectedBucketOwner=s,name:x-amz-expected-bucket-owner,at:header
        struct Rules=28,name:Rule TransitionDefaultMinimumObjectSize=s,name:x-amz-transition-default-minimum-object-size,at:header
        struct Bucket=s,name:Bucket,at:uri,required ExpectedBucketOwner=s,name:x-amz-expected-bucket-owner,at:header
        struct Policy=s,payload
        struct Bucket=s,name:Bucket,at:uri,required ExpectedBucketOwner=s,name:x-amz-expected-bucket-owner,at:header
        struct TagSet=29,required
        struct Bucket=s,name:Bucket,at:uri,required ExpectedBucketOwner=s,name:x-amz-expected-bucket-owner,at:header
        struct Status=s MFADelete=s,name:MfaDelete
        struct Bucket=s,name:Bucket,at:uri,required ExpectedBucketOwner=s,name:x-amz-expected-bucket-owner,at:header
        struct PublicAccessBlockConfiguration=30,payload
        struct MaxBuckets=i,name:max-buckets,at:querystring ContinuationToken=s,name:continuation-token,at:querystring Prefix=s,name:prefix,at:querystring BucketRegion=s,name:bucket-region,at:querystring
        struct Buckets=31 Owner=32 ContinuationToken=s Prefix=s
        struct Bucket=s,name:Bucket,at:uri,required ContentMD5=s,name:Content-MD5,at:header ChecksumAlgorithm=s,name:x-amz-sdk-checksum-algorithm,at:header ServerSideEncryptionConfiguration=27,name:ServerSideEncryptionConfiguration,ns:http://s3.amazonaws.com/doc/2006-03-01/,payload,required ExpectedBucketOwner=s,name:x-amz-expected-bucket-owner,at:header
        struct Bucket=s,name:Bucket,at:uri,required ChecksumAlgorithm=s,name:x-amz-sdk-checksum-algorithm,at:header LifecycleConfiguration=33,name:LifecycleConfiguration,ns:http://s3.amazonaws.com/doc/2006-03-01/,payload ExpectedBucketOwner=s,name:x-amz-expected-bucket-owner,at:header TransitionDefaultMinimumObjectSize=s,name:x-amz-transition-default-minimum-object-size,at:header
        struct TransitionDefaultMinimumObjectSize=s,name:x-amz-transition-default-minimum-object-size,at:header
        struct Bucket=s,name:Bucket,at:uri,required ContentMD5=s,name:Content-MD5,at:header ChecksumAlgorithm=s,name:x-amz-sdk-checksum-algorithm,at:header ConfirmRemoveSelfBucketAccess=b,name:x-amz-confirm-remove-self-bucket-access,at:header Policy=s,payload,required ExpectedBucketOwner=s,name:x-amz-expected-bucket-owner,at:header
        struct Bucket=s,name:Bucket,at:uri,required ContentMD5=s,name:Content-MD5,at:header ChecksumAlgorithm=s,name:x-amz-sdk-checksum-algorithm,at:header Tagging=34,name:Tagging,ns:http://s3.amazonaws.com/doc/2006-03-01/,payload,required ExpectedBucketOwner=s,name:x-amz-expected-bucket-owner,at:header
        struct Bucket=s,name:Bucket,at:uri,required ContentMD5=s,name:Content-MD5,at:header ChecksumAlgorithm=s,name:x-amz-sdk-checksum-algorithm,at:header MFA=s,name:x-amz-mfa,at:header VersioningConfiguration=35,name:VersioningConfiguration,ns:http://s3.amazonaws.com/doc/2006-03-01/,payload,required ExpectedBucketOwner=s,name:x-amz-expected-bucket-owner,at:header
        struct Bucket=s,name:Bucket,at:uri,required ContentMD5=s,name:Content-MD5,at:header ChecksumAlgorithm=s,name:x-amz-sdk-checksum-algorithm,at:header PublicAccessBlockConfiguration=30,name:PublicAccessBlockConfiguration,ns:http://s3.amazonaws.com/doc/2006-03-01/,payload,required ExpectedBucketOwner=s,name:x-amz-expected-bucket-owner,at:header
        struct LocationConstraint=s Location=36 Bucket=37 Tags=29
        struct Rules=38,name:Rule,required
        list flat 39
        list 40,name:Tag
        struct BlockPublicAcls=b,name:BlockPublicAcls IgnorePublicAcls=b,name:IgnorePublicAcls BlockPublicPolicy=b,name:BlockPublicPolicy RestrictPublicBuckets=b,name:RestrictPublicBuckets
        list 41,name:Bucket
        struct DisplayName=s ID=s
        struct Rules=28,name:Rule,required
        struct TagSet=29,required
        struct MFADelete=s,name:MfaDelete Status=s
        struct Type=s Name=s
        struct DataRedundancy=s Type=s
        list flat 42
        struct Expiration=43 ID=s Prefix=s Filter=44 Status=s,required Transitions=45,name:Transition NoncurrentVersionTransitions=46,name:NoncurrentVersionTransition NoncurrentVersionExpiration=47 AbortIncompleteMultipartUpload=48
        struct Key=s,required Value=s,required
        struct Name=s CreationDate=t BucketRegion=s BucketArn=s
        struct ApplyServerSideEncryptionByDefault=49 BucketKeyEnabled=b BlockedEncryptionTypes=50
        struct Date=t,time:iso8601 Days=i ExpiredObjectDeleteMarker=b
        struct Prefix=s Tag=40 ObjectSizeGreaterThan=l ObjectSizeLessThan=l And=51
        list flat 52
        list flat 53
        struct NoncurrentDays=i NewerNoncurrentVersions=i
        struct DaysAfterInitiation=i
        struct SSEAlgorithm=s,required KMSMasterKeyID=s
        struct EncryptionType=54
        struct Prefix=s Tags=29,name:Tag,flat ObjectSizeGreaterThan=l ObjectSizeLessThan=l
        struct Date=t,time:iso8601 Days=i StorageClass=s
        struct NoncurrentDays=i StorageClass=s NewerNoncurrentVersions=i
        list flat s,name:EncryptionType
        """
}
