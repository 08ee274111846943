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
        op GetItem in=8 out=9 error=ProvisionedThroughputExceededException: error=ResourceNotFoundException: error=RequestLimitExceeded: error=InternalServerError: error=ThrottlingException:
        op ListTagsOfResource in=10 out=11 page=NextToken>NextToken error=ResourceNotFoundException: error=InternalServerError:
        op PutItem in=12 out=13 error=ConditionalCheckFailedException: error=ProvisionedThroughputExceededException: error=ResourceNotFoundException: error=ItemCollectionSizeLimitExceededException: error=TransactionConflictException: error=RequestLimitExceeded: error=InternalServerError: error=ReplicatedWriteConflictException: error=ThrottlingException:
        op Query in=14 out=15 page=ExclusiveStartKey>LastEvaluatedKey limit=Limit error=ProvisionedThroughputExceededException: error=ResourceNotFoundException: error=RequestLimitExceeded: error=InternalServerError: error=ThrottlingException:
        op TagResource in=16 error=LimitExceededException: error=ResourceNotFoundException: error=InternalServerError: error=ResourceInUseException:
        op UntagResource in=17 error=LimitExceededException: error=ResourceNotFoundException: error=InternalServerError: error=ResourceInUseException:
        op UpdateItem in=18 out=19 error=ConditionalCheckFailedException: error=ProvisionedThroughputExceededException: error=ResourceNotFoundException: error=ItemCollectionSizeLimitExceededException: error=TransactionConflictException: error=RequestLimitExceeded: error=InternalServerError: error=ReplicatedWriteConflictException: error=ThrottlingException:
        op UpdateTable in=20 out=21 error=ResourceInUseException: error=ResourceNotFoundException: error=LimitExceededException: error=InternalServerError:
        struct AttributeDefinitions=22 TableName=s,required KeySchema=23 LocalSecondaryIndexes=24 GlobalSecondaryIndexes=25 BillingMode=s ProvisionedThroughput=26 StreamSpecification=27 SSESpecification=28 Tags=29 TableClass=s DeletionProtectionEnabled=b WarmThroughput=30 ResourcePolicy=s OnDemandThroughput=31 GlobalTableSourceArn=s GlobalTableSettingsReplicationMode=s
        struct TableDescription=32
        struct TableName=s,required Key=33,required Expected=34 ConditionalOperator=s ReturnValues=s ReturnConsumedCapacity=s ReturnItemCollectionMetrics=s ConditionExpression=s ExpressionAttributeNames=35 ExpressionAttributeValues=36 ReturnValuesOnConditionCheckFailure=s
        struct Attributes=37 ConsumedCapacity=38 ItemCollectionMetrics=39
        struct TableName=s,required
        struct TableDescription=32
        struct TableName=s,required
        struct Table=32
        struct TableName=s,required Key=33,required AttributesToGet=40 ConsistentRead=b ReturnConsumedCapacity=s ProjectionExpression=s ExpressionAttributeNames=35
        struct Item=37 ConsumedCapacity=38
        struct ResourceArn=s,required NextToken=s
        struct Tags=29 NextToken=s
        struct TableName=s,required Item=41,required Expected=34 ReturnValues=s ReturnConsumedCapacity=s ReturnItemCollectionMetrics=s ConditionalOperator=s ConditionExpression=s ExpressionAttributeNames=35 ExpressionAttributeValues=36 ReturnValuesOnConditionCheckFailure=s
        struct Attributes=37 ConsumedCapacity=38 ItemCollectionMetrics=39
        struct TableName=s,required IndexName=s Select=s AttributesToGet=40 Limit=i ConsistentRead=b KeyConditions=42 QueryFilter=43 ConditionalOperator=s ScanIndexForward=b ExclusiveStartKey=33 ReturnConsumedCapacity=s ProjectionExpression=s FilterExpression=s KeyConditionExpression=s ExpressionAttributeNames=35 ExpressionAttributeValues=36
        struct Items=44 Count=i ScannedCount=i LastEvaluatedKey=33 ConsumedCapacity=38
        struct ResourceArn=s,required Tags=29,required
        struct ResourceArn=s,required TagKeys=45,required
        struct TableName=s,required Key=33,required AttributeUpdates=46 Expected=34 ConditionalOperator=s ReturnValues=s ReturnConsumedCapacity=s ReturnItemCollectionMetrics=s UpdateExpression=s ConditionExpression=s ExpressionAttributeNames=35 ExpressionAttributeValues=36 ReturnValuesOnConditionCheckFailure=s
        struct Attributes=37 ConsumedCapacity=38 ItemCollectionMetrics=39
        struct AttributeDefinitions=22 TableName=s,required BillingMode=s ProvisionedThroughput=26 GlobalSecondaryIndexUpdates=47 StreamSpecification=27 SSESpecification=28 ReplicaUpdates=48 TableClass=s DeletionProtectionEnabled=b MultiRegionConsistency=s GlobalTableWitnessUpdates=49 OnDemandThroughput=31 WarmThroughput=30 GlobalTableSettingsReplicationMode=s
        struct TableDescription=32
        list 50
        list 51
        list 52
        list 53
        struct ReadCapacityUnits=l,required WriteCapacityUnits=l,required
        struct StreamEnabled=b,required StreamViewType=s
        struct Enabled=b SSEType=s KMSMasterKeyId=s
        list 54
        struct ReadUnitsPerSecond=l WriteUnitsPerSecond=l
        struct MaxReadRequestUnits=l MaxWriteRequestUnits=l
        struct AttributeDefinitions=22 TableName=s KeySchema=23 TableStatus=s CreationDateTime=t ProvisionedThroughput=55 TableSizeBytes=l ItemCount=l TableArn=s TableId=s BillingModeSummary=56 LocalSecondaryIndexes=57 GlobalSecondaryIndexes=58 StreamSpecification=27 LatestStreamLabel=s LatestStreamArn=s GlobalTableVersion=s Replicas=59 GlobalTableWitnesses=60 GlobalTableSettingsReplicationMode=s RestoreSummary=61 SSEDescription=62 ArchivalSummary=63 TableClassSummary=64 DeletionProtectionEnabled=b OnDemandThroughput=31 WarmThroughput=65 MultiRegionConsistency=s
        map s 66
        map s 67
        map s s
        map s 66
        map s 66
        struct TableName=s CapacityUnits=d ReadCapacityUnits=d WriteCapacityUnits=d Table=68 LocalSecondaryIndexes=69 GlobalSecondaryIndexes=69
        struct ItemCollectionKey=70 SizeEstimateRangeGB=71
        list s
        map s 66
        map s 72
        map s 72
        list 37
        list s
        map s 73
        list 74
        list 75
        list 76
        struct AttributeName=s,required AttributeType=s,required
        struct AttributeName=s,required KeyType=s,required
        struct IndexName=s,required KeySchema=23,required Projection=77,required
        struct IndexName=s,required KeySchema=23,required Projection=77,required ProvisionedThroughput=26 OnDemandThroughput=31 WarmThroughput=30
        struct Key=s,required Value=s,required
        struct LastIncreaseDateTime=t LastDecreaseDateTime=t NumberOfDecreasesToday=l ReadCapacityUnits=l WriteCapacityUnits=l
        struct BillingMode=s LastUpdateToPayPerRequestDateTime=t
        list 78
        list 79
        list 80
        list 81
        struct SourceBackupArn=s SourceTableArn=s RestoreDateTime=t,required RestoreInProgress=b,required
        struct Status=s SSEType=s KMSMasterKeyArn=s InaccessibleEncryptionDateTime=t
        struct ArchivalDateTime=t ArchivalReason=s ArchivalBackupArn=s
        struct TableClass=s LastUpdateDateTime=t
        struct ReadUnitsPerSecond=l WriteUnitsPerSecond=l Status=s
        struct S=s N=s B=B SS=82 NS=83 BS=84 M=85 L=86 NULL=b BOOL=b
        struct Value=66 Exists=b ComparisonOperator=s AttributeValueList=87
        struct ReadCapacityUnits=d WriteCapacityUnits=d CapacityUnits=d
        map s 68
        map s 66
        list d
        struct AttributeValueList=87 ComparisonOperator=s,required
        struct Value=66 Action=s
        struct Update=88 Create=89 Delete=90
        struct Create=91 Update=92 Delete=93
        struct Create=94 Delete=95
        struct ProjectionType=s NonKeyAttributes=96
        struct IndexName=s KeySchema=23 Projection=77 IndexSizeBytes=l ItemCount=l IndexArn=s
        struct IndexName=s KeySchema=23 Projection=77 IndexStatus=s Backfilling=b ProvisionedThroughput=55 IndexSizeBytes=l ItemCount=l IndexArn=s OnDemandThroughput=31 WarmThroughput=97
        struct RegionName=s ReplicaStatus=s ReplicaArn=s ReplicaStatusDescription=s ReplicaStatusPercentProgress=s KMSMasterKeyId=s ProvisionedThroughputOverride=98 OnDemandThroughputOverride=99 WarmThroughput=65 GlobalSecondaryIndexes=100 ReplicaInaccessibleDateTime=t ReplicaTableClassSummary=64 GlobalTableSettingsReplicationMode=s
        struct RegionName=s WitnessStatus=s
        list s
        list s
        list B
        map s 66
        list 66
        list 66
        struct IndexName=s,required ProvisionedThroughput=26 OnDemandThroughput=31 WarmThroughput=30
        struct IndexName=s,required KeySchema=23,required Projection=77,required ProvisionedThroughput=26 OnDemandThroughput=31 WarmThroughput=30
        struct IndexName=s,required
        struct RegionName=s,required KMSMasterKeyId=s ProvisionedThroughputOverride=98 OnDemandThroughputOverride=99 GlobalSecondaryIndexes=101 TableClassOverride=s
        struct RegionName=s,required KMSMasterKeyId=s ProvisionedThroughputOverride=98 OnDemandThroughputOverride=99 GlobalSecondaryIndexes=101 TableClassOverride=s
        struct RegionName=s,required
        struct RegionName=s,required
        struct RegionName=s,required
        list s
        struct ReadUnitsPerSecond=l WriteUnitsPerSecond=l Status=s
        struct ReadCapacityUnits=l
        struct MaxReadRequestUnits=l
        list 102
        list 103
        struct IndexName=s ProvisionedThroughputOverride=98 OnDemandThroughputOverride=99 WarmThroughput=97
        struct IndexName=s,required ProvisionedThroughputOverride=98 OnDemandThroughputOverride=99
        """
}
