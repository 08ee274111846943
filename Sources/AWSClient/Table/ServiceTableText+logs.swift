// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of logs.
    static let logs = """
        service id=logs protocol=json version=2014-03-28 endpoint=logs signing=logs settings=cloudwatch_logs target=Logs_20140328 json=1.1
        op AssociateKmsKey in=0 error=InvalidParameterException: error=ResourceNotFoundException: error=OperationAbortedException: error=ServiceUnavailableException:
        op CreateLogGroup in=1 error=InvalidParameterException: error=ResourceAlreadyExistsException: error=LimitExceededException: error=OperationAbortedException: error=ServiceUnavailableException:
        op DeleteLogGroup in=2 error=InvalidParameterException: error=ResourceNotFoundException: error=OperationAbortedException: error=ServiceUnavailableException: error=ValidationException:
        op DeleteRetentionPolicy in=3 error=InvalidParameterException: error=ResourceNotFoundException: error=OperationAbortedException: error=ServiceUnavailableException:
        op DescribeLogGroups in=4 out=5 page=nextToken>nextToken limit=limit:50 error=InvalidParameterException: error=ServiceUnavailableException:
        op DescribeLogStreams in=6 out=7 page=nextToken>nextToken limit=limit:50 error=InvalidParameterException: error=ResourceNotFoundException: error=ServiceUnavailableException:
        op DisassociateKmsKey in=8 error=InvalidParameterException: error=ResourceNotFoundException: error=OperationAbortedException: error=ServiceUnavailableException:
        op FilterLogEvents in=9 out=10 page=nextToken>nextToken limit=limit:10000 error=InvalidParameterException: error=ResourceNotFoundException: error=ServiceUnavailableException:
        op GetLogEvents in=11 out=12 error=InvalidParameterException: error=ResourceNotFoundException: error=ServiceUnavailableException:
        op ListTagsForResource in=13 out=14 error=InvalidParameterException: error=ResourceNotFoundException: error=ServiceUnavailableException:
        op PutRetentionPolicy in=15 error=InvalidParameterException: error=ResourceNotFoundException: error=OperationAbortedException: error=ServiceUnavailableException:
        op TagResource in=16 error=InvalidParameterException: error=ResourceNotFoundException: error=ServiceUnavailableException: error=TooManyTagsException:
        op UntagResource in=17 error=InvalidParameterException: error=ResourceNotFoundException: error=ServiceUnavailableException:
        struct logGroupName=s kmsKeyId=s,required resourceIdentifier=s
        struct logGroupName=s,required kmsKeyId=s tags=18 logGroupClass=s deletionProtectionEnabled=b
        struct logGroupName=s,required
        struct logGroupName=s,required
        struct accountIdentifiers=19 logGroupNamePrefix=s logGroupNamePattern=s nextToken=s limit=i includeLinkedAccounts=b logGroupClass=s logGroupIdentifiers=20
        struct logGroups=21 nextToken=s
        struct logGroupName=s logGroupIdentifier=s logStreamNamePrefix=s orderBy=s descending=b nextToken=s limit=i
        struct logStreams=22 nextToken=s
        struct logGroupName=s resourceIdentifier=s
        struct logGroupName=s logGroupIdentifier=s logStreamNames=23 logStreamNamePrefix=s startTime=l endTime=l filterPattern=s nextToken=s limit=i interleaved=b unmask=b
        struct events=24 searchedLogStreams=25 nextToken=s
        struct logGroupName=s logGroupIdentifier=s logStreamName=s,required startTime=l endTime=l nextToken=s limit=i startFromHead=b unmask=b
        struct events=26 nextForwardToken=s nextBackwardToken=s
        struct resourceArn=s,required
        struct tags=18
        struct logGroupName=s,required retentionInDays=i,required
        struct resourceArn=s,required tags=18,required
        struct resourceArn=s,required tagKeys=27,required
        map s s
        list s
        list s
        list 28
        list 29
        list s
        list 30
        list 31
        list 32
        list s
        struct logGroupName=s creationTime=l retentionInDays=i metricFilterCount=i arn=s storedBytes=l kmsKeyId=s dataProtectionStatus=s inheritedProperties=33 logGroupClass=s logGroupArn=s deletionProtectionEnabled=b bearerTokenAuthenticationEnabled=b
        struct logStreamName=s creationTime=l firstEventTimestamp=l lastEventTimestamp=l lastIngestionTime=l uploadSequenceToken=s arn=s storedBytes=l
        struct logStreamName=s timestamp=l message=s ingestionTime=l eventId=s
        struct logStreamName=s searchedCompletely=b
        struct timestamp=l message=s ingestionTime=l
        list s
        """
}
