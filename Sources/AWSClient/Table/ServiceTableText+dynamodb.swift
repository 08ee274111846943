// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of dynamodb.
    static let dynamodb = """
        service id=dynamodb protocol=json version=2012-08-10 endpoint=dynamodb signing=dynamodb settings=dynamodb target=DynamoDB_20120810 json=1.0
        op CreateTable in=0 out=1 error=ResourceInUseException: error=LimitExceededException: error=InternalServerError:
        op DeleteItem in=2 out=3 error=ConditionalCheckFailedException: error=ProvisionedThroughputExceededException: error=ResourceNotFoundException: error=ItemCollectionSizeLimitExceededException: error=TransactionConflictException: error=RequestLimitExceeded: error=InternalServerError: error=ReplicatedWriteConflictException: error=ThrottlingException:
        op DeleteTable in=4 out=5 error=ResourceInUseException: error=ResourceNotFoundException: error=LimitExceededException: error=InternalServerError:
        op DescribeTable in=6 out=7 error=ResourceNotFoundException: error=InternalServerError:
        op DescribeTimeToLive in=8 out=9 error=ResourceNotFoundException: error=InternalServerError:
        op GetItem in=10 out=11 error=ProvisionedThroughputExceededException: error=ResourceNotFoundException: error=RequestLimitExceeded: error=InternalServerError: error=ThrottlingException:
        op ListTagsOfResource in=12 out=13 page=NextToken>NextToken error=ResourceNotFoundException: error=InternalServerError:
        op PutItem in=14 out=15 error=ConditionalCheckFailedException: error=ProvisionedThroughputExceededException: error=ResourceNotFoundException: error=ItemCollectionSizeLimitExceededException: error=TransactionConflictException: error=RequestLimitExceeded: error=InternalServerError: error=ReplicatedWriteConflictException: error=ThrottlingException:
        op Query in=16 out=17 page=ExclusiveStartKey>LastEvaluatedKey limit=Limit error=ProvisionedThroughputExceededException: error=ResourceNotFoundException: error=RequestLimitExceeded: error=InternalServerError: error=ThrottlingException:
        op TagResource in=18 error=LimitExceededException: error=ResourceNotFoundException: error=InternalServerError: error=ResourceInUseException:
        op UntagResource in=19 error=LimitExceededException: error=ResourceNotFoundException: error=InternalServerError: error=ResourceInUseException:
        op UpdateItem in=20 out=21 error=ConditionalCheckFailedException: error=ProvisionedThroughputExceededException: error=ResourceNotFoundException: error=ItemCollectionSizeLimitExceededException: error=TransactionConflictException: error=RequestLimitExceeded: error=InternalServerError: error=ReplicatedWriteConflictException: error=ThrottlingException:
        op UpdateTable in=22 out=23 error=ResourceInUseException: error=ResourceNotFoundException: error=LimitExceededException: error=InternalServerError:
        op UpdateTimeToLive in=24 out=25 error=ResourceInUseException: error=ResourceNotFoundException: error=LimitExceededException: error=InternalServerError:
        struct AttributeDefinitions=26 TableName=s,required KeySchema=27 LocalSecondaryIndexes=28 GlobalSecondaryIndexes=29 BillingMode=s ProvisionedThroughput=30 StreamSpecification=31 SSESpecification=32 Tags=33 TableClass=s DeletionProtectionEnabled=b WarmThroughput=34 ResourcePolicy=s OnDemandThroughput=35 GlobalTableSourceArn=s GlobalTableSettingsReplicationMode=s
        struct TableDescription=36
        struct TableName=s,required Key=37,required Expected=38 ConditionalOperator=s ReturnValues=s ReturnConsumedCapacity=s ReturnItemCollectionMetrics=s ConditionExpression=s ExpressionAttributeNames=39 ExpressionAttributeValues=40 ReturnValuesOnConditionCheckFailure=s
        struct Attributes=41 ConsumedCapacity=42 ItemCollectionMetrics=43
        struct TableName=s,required
        struct TableDescription=36
        struct TableName=s,required
        struct Table=36
        struct TableName=s,required
        struct TimeToLiveDescription=44
        struct TableName=s,required Key=37,required AttributesToGet=45 ConsistentRead=b ReturnConsumedCapacity=s ProjectionExpression=s ExpressionAttributeNames=39
        struct Item=41 ConsumedCapacity=42
        struct ResourceArn=s,required NextToken=s
        struct Tags=33 NextToken=s
        struct TableName=s,required Item=46,required Expected=38 ReturnValues=s ReturnConsumedCapacity=s ReturnItemCollectionMetrics=s ConditionalOperator=s ConditionExpression=s ExpressionAttributeNames=39 ExpressionAttributeValues=40 ReturnValuesOnConditionCheckFailure=s
        struct Attributes=41 ConsumedCapacity=42 ItemCollectionMetrics=43
        struct TableName=s,required IndexName=s Select=s AttributesToGet=45 Limit=i ConsistentRead=b KeyConditions=47 QueryFilter=48 ConditionalOperator=s ScanIndexForward=b ExclusiveStartKey=37 ReturnConsumedCapacity=s ProjectionExpression=s FilterExpression=s KeyConditionExpression=s ExpressionAttributeNames=39 ExpressionAttributeValues=40
        struct Items=49 Count=i ScannedCount=i LastEvaluatedKey=37 ConsumedCapacity=42
        struct ResourceArn=s,required Tags=33,required
        struct ResourceArn=s,required TagKeys=50,required
        struct TableName=s,required Key=37,required AttributeUpdates=51 Expected=38 ConditionalOperator=s ReturnValues=s ReturnConsumedCapacity=s ReturnItemCollectionMetrics=s UpdateExpression=s ConditionExpression=s ExpressionAttributeNames=39 ExpressionAttributeValues=40 ReturnValuesOnConditionCheckFailure=s
        struct Attributes=41 ConsumedCapacity=42 ItemCollectionMetrics=43
        struct AttributeDefinitions=26 TableName=s,required BillingMode=s ProvisionedThroughput=30 GlobalSecondaryIndexUpdates=52 StreamSpecification=31 SSESpecification=32 ReplicaUpdates=53 TableClass=s DeletionProtectionEnabled=b MultiRegionConsistency=s GlobalTableWitnessUpdates=54 OnDemandThroughput=35 WarmThroughput=34 GlobalTableSettingsReplicationMode=s
        struct TableDescription=36
        struct TableName=s,required TimeToLiveSpecification=55,required
        struct TimeToLiveSpecification=55
        list 56
        list 57
        list 58
        list 59
        struct ReadCapacityUnits=l,required WriteCapacityUnits=l,required
        struct StreamEnabled=b,required StreamViewType=s
        struct Enabled=b SSEType=s KMSMasterKeyId=s
        list 60
        struct ReadUnitsPerSecond=l WriteUnitsPerSecond=l
        struct MaxReadRequestUnits=l MaxWriteRequestUnits=l
        struct AttributeDefinitions=26 TableName=s KeySchema=27 TableStatus=s CreationDateTime=t ProvisionedThroughput=61 TableSizeBytes=l ItemCount=l TableArn=s TableId=s BillingModeSummary=62 LocalSecondaryIndexes=63 GlobalSecondaryIndexes=64 StreamSpecification=31 LatestStreamLabel=s LatestStreamArn=s GlobalTableVersion=s Replicas=65 GlobalTableWitnesses=66 GlobalTableSettingsReplicationMode=s RestoreSummary=67 SSEDescription=68 ArchivalSummary=69 TableClassSummary=70 DeletionProtectionEnabled=b OnDemandThroughput=35 WarmThroughput=71 MultiRegionConsistency=s
        map s 72
        map s 73
        map s s
        map s 72
        map s 72
        struct TableName=s CapacityUnits=d ReadCapacityUnits=d WriteCapacityUnits=d Table=74 LocalSecondaryIndexes=75 GlobalSecondaryIndexes=75
        struct ItemCollectionKey=76 SizeEstimateRangeGB=77
        struct TimeToLiveStatus=s AttributeName=s
        list s
        map s 72
        map s 78
        map s 78
        list 41
        list s
        map s 79
        list 80
        list 81
        list 82
        struct Enabled=b,required AttributeName=s,required
        struct AttributeName=s,required AttributeType=s,required
        struct AttributeName=s,required KeyType=s,required
        struct IndexName=s,required KeySchema=27,required Projection=83,required
        struct IndexName=s,required KeySchema=27,required Projection=83,required ProvisionedThroughput=30 OnDemandThroughput=35 WarmThroughput=34
        struct Key=s,required Value=s,required
        struct LastIncreaseDateTime=t LastDecreaseDateTime=t NumberOfDecreasesToday=l ReadCapacityUnits=l WriteCapacityUnits=l
        struct BillingMode=s LastUpdateToPayPerRequestDateTime=t
        list 84
        list 85
        list 86
        list 87
        struct SourceBackupArn=s SourceTableArn=s RestoreDateTime=t,required RestoreInProgress=b,required
        struct Status=s SSEType=s KMSMasterKeyArn=s InaccessibleEncryptionDateTime=t
        struct ArchivalDateTime=t ArchivalReason=s ArchivalBackupArn=s
        struct TableClass=s LastUpdateDateTime=t
        struct ReadUnitsPerSecond=l WriteUnitsPerSecond=l Status=s
        struct S=s N=s B=B SS=88 NS=89 BS=90 M=91 L=92 NULL=b BOOL=b
        struct Value=72 Exists=b ComparisonOperator=s AttributeValueList=93
        struct ReadCapacityUnits=d WriteCapacityUnits=d CapacityUnits=d
        map s 74
        map s 72
        list d
        struct AttributeValueList=93 ComparisonOperator=s,required
        struct Value=72 Action=s
        struct Update=94 Create=95 Delete=96
        struct Create=97 Update=98 Delete=99
        struct Create=100 Delete=101
        struct ProjectionType=s NonKeyAttributes=102
        struct IndexName=s KeySchema=27 Projection=83 IndexSizeBytes=l ItemCount=l IndexArn=s
        struct IndexName=s KeySchema=27 Projection=83 IndexStatus=s Backfilling=b ProvisionedThroughput=61 IndexSizeBytes=l ItemCount=l IndexArn=s OnDemandThroughput=35 WarmThroughput=103
        struct RegionName=s ReplicaStatus=s ReplicaArn=s ReplicaStatusDescription=s ReplicaStatusPercentProgress=s KMSMasterKeyId=s ProvisionedThroughputOverride=104 OnDemandThroughputOverride=105 WarmThroughput=71 GlobalSecondaryIndexes=106 ReplicaInaccessibleDateTime=t ReplicaTableClassSummary=70 GlobalTableSettingsReplicationMode=s
        struct RegionName=s WitnessStatus=s
        list s
        list s
        list B
        map s 72
        list 72
        list 72
        struct IndexName=s,required ProvisionedThroughput=30 OnDemandThroughput=35 WarmThroughput=34
        struct IndexName=s,required KeySchema=27,required Projection=83,required ProvisionedThroughput=30 OnDemandThroughput=35 WarmThroughput=34
        struct IndexName=s,required
        struct RegionName=s,required KMSMasterKeyId=s ProvisionedThroughputOverride=104 OnDemandThroughputOverride=105 GlobalSecondaryIndexes=107 TableClassOverride=s
        struct RegionName=s,required KMSMasterKeyId=s ProvisionedThroughputOverride=104 OnDemandThroughputOverride=105 GlobalSecondaryIndexes=107 TableClassOverride=s
        struct RegionName=s,required
        struct RegionName=s,required
        struct RegionName=s,required
        list s
        struct ReadUnitsPerSecond=l WriteUnitsPerSecond=l Status=s
        struct ReadCapacityUnits=l
        struct MaxReadRequestUnits=l
        list 108
        list 109
        struct IndexName=s ProvisionedThroughputOverride=104 OnDemandThroughputOverride=105 WarmThroughput=103
        struct IndexName=s,required ProvisionedThroughputOverride=104 OnDemandThroughputOverride=105
        """
}
