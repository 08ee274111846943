// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of secretsmanager.
    static let secretsmanager = """
        service id=secretsmanager protocol=json version=2017-10-17 endpoint=secretsmanager signing=secretsmanager settings=secrets_manager target=secretsmanager json=1.1
        op CreateSecret in=0 out=1 error=InvalidParameterException: error=InvalidRequestException: error=LimitExceededException: error=EncryptionFailure: error=ResourceExistsException: error=ResourceNotFoundException: error=MalformedPolicyDocumentException: error=InternalServiceError: error=PreconditionNotMetException: error=DecryptionFailure:
        op DeleteSecret in=2 out=3 error=ResourceNotFoundException: error=InvalidParameterException: error=InvalidRequestException: error=InternalServiceError:
        op DescribeSecret in=4 out=5 error=ResourceNotFoundException: error=InternalServiceError: error=InvalidParameterException:
        op ListSecrets in=6 out=7 page=NextToken>NextToken limit=MaxResults:100 error=InvalidParameterException: error=InvalidRequestException: error=InvalidNextTokenException: error=InternalServiceError:
        op RestoreSecret in=8 out=9 error=ResourceNotFoundException: error=InvalidParameterException: error=InvalidRequestException: error=InternalServiceError:
        op TagResource in=10 error=ResourceNotFoundException: error=InvalidRequestException: error=InvalidParameterException: error=InternalServiceError:
        op UntagResource in=11 error=ResourceNotFoundException: error=InvalidRequestException: error=InvalidParameterException: error=InternalServiceError:
        op UpdateSecret in=12 out=13 error=InvalidParameterException: error=InvalidRequestException: error=LimitExceededException: error=EncryptionFailure: error=ResourceExistsException: error=ResourceNotFoundException: error=MalformedPolicyDocumentException: error=InternalServiceError: error=PreconditionNotMetException: error=DecryptionFailure:
        struct Name=s,required ClientRequestToken=s,token Description=s KmsKeyId=s SecretBinary=B SecretString=s Tags=14 AddReplicaRegions=15 ForceOverwriteReplicaSecret=b Type=s
        struct ARN=s Name=s VersionId=s ReplicationStatus=16
        struct SecretId=s,required RecoveryWindowInDays=l ForceDeleteWithoutRecovery=b
        struct ARN=s Name=s DeletionDate=t
        struct SecretId=s,required
        struct ARN=s Name=s Type=s Description=s KmsKeyId=s RotationEnabled=b RotationLambdaARN=s RotationRules=17 ExternalSecretRotationMetadata=18 ExternalSecretRotationRoleArn=s LastRotatedDate=t LastChangedDate=t LastAccessedDate=t DeletedDate=t NextRotationDate=t Tags=14 VersionIdsToStages=19 OwningService=s CreatedDate=t PrimaryRegion=s ReplicationStatus=16
        struct IncludePlannedDeletion=b MaxResults=i NextToken=s Filters=20 SortOrder=s SortBy=s
        struct SecretList=21 NextToken=s
        struct SecretId=s,required
        struct ARN=s Name=s
        struct SecretId=s,required Tags=14,required
        struct SecretId=s,required TagKeys=22,required
        struct SecretId=s,required ClientRequestToken=s,token Description=s KmsKeyId=s SecretBinary=B SecretString=s Type=s
        struct ARN=s Name=s VersionId=s
        list 23
        list 24
        list 25
        struct AutomaticallyAfterDays=l Duration=s ScheduleExpression=s
        list 26
        map s 27
        list 28
        list 29
        list s
        struct Key=s Value=s
        struct Region=s KmsKeyId=s
        struct Region=s KmsKeyId=s Status=s StatusMessage=s LastAccessedDate=t
        struct Key=s Value=s
        list s
        struct Key=s Values=30
        struct ARN=s Name=s Type=s Description=s KmsKeyId=s RotationEnabled=b RotationLambdaARN=s RotationRules=17 ExternalSecretRotationMetadata=18 ExternalSecretRotationRoleArn=s LastRotatedDate=t LastChangedDate=t LastAccessedDate=t DeletedDate=t NextRotationDate=t Tags=14 SecretVersionsToStages=19 OwningService=s CreatedDate=t PrimaryRegion=s
        list s
        """
}
