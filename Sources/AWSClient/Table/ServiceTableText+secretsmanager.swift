// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of secretsmanager.
    static let secretsmanager = """
        service id=secretsmanager protocol=json version=2017-10-17 endpoint=secretsmanager signing=secretsmanager settings=secrets_manager target=secretsmanager json=1.1
        op CreateSecret in=0 out=1 error=InvalidParameterException: error=InvalidRequestException: error=LimitExceededException: error=EncryptionFailure: error=ResourceExistsException: error=ResourceNotFoundException: error=MalformedPolicyDocumentException: error=InternalServiceError: error=PreconditionNotMetException: error=DecryptionFailure:
        op DeleteSecret in=2 out=3 error=ResourceNotFoundException: error=InvalidParameterException: error=InvalidRequestException: error=InternalServiceError:
        op DescribeSecret in=4 out=5 error=ResourceNotFoundException: error=InternalServiceError: error=InvalidParameterException:
        op GetSecretValue in=6 out=7 error=ResourceNotFoundException: error=InvalidParameterException: error=InvalidRequestException: error=DecryptionFailure: error=InternalServiceError:
        op ListSecrets in=8 out=9 page=NextToken>NextToken limit=MaxResults:100 error=InvalidParameterException: error=InvalidRequestException: error=InvalidNextTokenException: error=InternalServiceError:
        op RestoreSecret in=10 out=11 error=ResourceNotFoundException: error=InvalidParameterException: error=InvalidRequestException: error=InternalServiceError:
        op TagResource in=12 error=ResourceNotFoundException: error=InvalidRequestException: error=InvalidParameterException: error=InternalServiceError:
        op UntagResource in=13 error=ResourceNotFoundException: error=InvalidRequestException: error=InvalidParameterException: error=InternalServiceError:
        op UpdateSecret in=14 out=15 error=InvalidParameterException: error=InvalidRequestException: error=LimitExceededException: error=EncryptionFailure: error=ResourceExistsException: error=ResourceNotFoundException: error=MalformedPolicyDocumentException: error=InternalServiceError: error=PreconditionNotMetException: error=DecryptionFailure:
        struct Name=s,required ClientRequestToken=s,token Description=s KmsKeyId=s SecretBinary=B SecretString=s Tags=16 AddReplicaRegions=17 ForceOverwriteReplicaSecret=b Type=s
        struct ARN=s Name=s VersionId=s ReplicationStatus=18
        struct SecretId=s,required RecoveryWindowInDays=l ForceDeleteWithoutRecovery=b
        struct ARN=s Name=s DeletionDate=t
        struct SecretId=s,required
        struct ARN=s Name=s Type=s Description=s KmsKeyId=s RotationEnabled=b RotationLambdaARN=s RotationRules=19 ExternalSecretRotationMetadata=20 ExternalSecretRotationRoleArn=s LastRotatedDate=t LastChangedDate=t LastAccessedDate=t DeletedDate=t NextRotationDate=t Tags=16 VersionIdsToStages=21 OwningService=s CreatedDate=t PrimaryRegion=s ReplicationStatus=18
        struct SecretId=s,required VersionId=s VersionStage=s
        struct ARN=s Name=s VersionId=s SecretBinary=B SecretString=s VersionStages=22 CreatedDate=t
        struct IncludePlannedDeletion=b MaxResults=i NextToken=s Filters=23 SortOrder=s SortBy=s
        struct SecretList=24 NextToken=s
        struct SecretId=s,required
        struct ARN=s Name=s
        struct SecretId=s,required Tags=16,required
        struct SecretId=s,required TagKeys=25,required
        struct SecretId=s,required ClientRequestToken=s,token Description=s KmsKeyId=s SecretBinary=B SecretString=s Type=s
        struct ARN=s Name=s VersionId=s
        list 26
        list 27
        list 28
        struct AutomaticallyAfterDays=l Duration=s ScheduleExpression=s
        list 29
        map s 22
        list s
        list 30
        list 31
        list s
        struct Key=s Value=s
        struct Region=s KmsKeyId=s
        struct Region=s KmsKeyId=s Status=s StatusMessage=s LastAccessedDate=t
        struct Key=s Value=s
        struct Key=s Values=32
        struct ARN=s Name=s Type=s Description=s KmsKeyId=s RotationEnabled=b RotationLambdaARN=s RotationRules=19 ExternalSecretRotationMetadata=20 ExternalSecretRotationRoleArn=s LastRotatedDate=t LastChangedDate=t LastAccessedDate=t DeletedDate=t NextRotationDate=t Tags=16 SecretVersionsToStages=21 OwningService=s CreatedDate=t PrimaryRegion=s
        list s
        """
}
