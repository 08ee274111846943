// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of elasticache.
    static let elasticache = """
        service id=elasticache protocol=query version=2015-02-02 endpoint=elasticache signing=elasticache settings=elasticache
        op AddTagsToResource in=0 out=1 wrap=AddTagsToResourceResult error=CacheClusterNotFound:404 error=CacheParameterGroupNotFound:404 error=CacheSecurityGroupNotFound:404 error=CacheSubnetGroupNotFoundFault:400 error=InvalidReplicationGroupState:400 error=ReplicationGroupNotFoundFault:404 error=ReservedCacheNodeNotFound:404 error=SnapshotNotFoundFault:404 error=UserNotFound:404 error=UserGroupNotFound:404 error=ServerlessCacheNotFoundFault:404 error=InvalidServerlessCacheStateFault:400 error=ServerlessCacheSnapshotNotFoundFault:404 error=InvalidServerlessCacheSnapshotStateFault:400 error=TagQuotaPerResourceExceeded:400 error=InvalidARN:400
        op CreateCacheCluster in=2 out=3 wrap=CreateCacheClusterResult error=ReplicationGroupNotFoundFault:404 error=InvalidReplicationGroupState:400 error=CacheClusterAlreadyExists:400 error=InsufficientCacheClusterCapacity:400 error=CacheSecurityGroupNotFound:404 error=CacheSubnetGroupNotFoundFault:400 error=ClusterQuotaForCustomerExceeded:400 error=NodeQuotaForClusterExceeded:400 error=NodeQuotaForCustomerExceeded:400 error=CacheParameterGroupNotFound:404 error=InvalidVPCNetworkStateFault:400 error=TagQuotaPerResourceExceeded:400 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op CreateCacheParameterGroup in=4 out=5 wrap=CreateCacheParameterGroupResult error=CacheParameterGroupQuotaExceeded:400 error=CacheParameterGroupAlreadyExists:400 error=InvalidCacheParameterGroupState:400 error=TagQuotaPerResourceExceeded:400 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op CreateCacheSubnetGroup in=6 out=7 wrap=CreateCacheSubnetGroupResult error=CacheSubnetGroupAlreadyExists:400 error=CacheSubnetGroupQuotaExceeded:400 error=CacheSubnetQuotaExceededFault:400 error=TagQuotaPerResourceExceeded:400 error=InvalidSubnet:400 error=SubnetNotAllowedFault:400
        op CreateReplicationGroup in=8 out=9 wrap=CreateReplicationGroupResult error=CacheClusterNotFound:404 error=InvalidCacheClusterState:400 error=ReplicationGroupAlreadyExists:400 error=InvalidUserGroupState:400 error=UserGroupNotFound:404 error=InsufficientCacheClusterCapacity:400 error=CacheSecurityGroupNotFound:404 error=CacheSubnetGroupNotFoundFault:400 error=ClusterQuotaForCustomerExceeded:400 error=NodeQuotaForClusterExceeded:400 error=NodeQuotaForCustomerExceeded:400 error=CacheParameterGroupNotFound:404 error=InvalidVPCNetworkStateFault:400 error=TagQuotaPerResourceExceeded:400 error=NodeGroupsPerReplicationGroupQuotaExceeded:400 error=GlobalReplicationGroupNotFoundFault:404 error=InvalidGlobalReplicationGroupState:400 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op DeleteCacheCluster in=10 out=11 wrap=DeleteCacheClusterResult error=CacheClusterNotFound:404 error=InvalidCacheClusterState:400 error=SnapshotAlreadyExistsFault:400 error=SnapshotFeatureNotSupportedFault:400 error=SnapshotQuotaExceededFault:400 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op DeleteCacheParameterGroup in=12 error=InvalidCacheParameterGroupState:400 error=CacheParameterGroupNotFound:404 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op DeleteCacheSubnetGroup in=13 error=CacheSubnetGroupInUse:400 error=CacheSubnetGroupNotFoundFault:400
        op DeleteReplicationGroup in=14 out=15 wrap=DeleteReplicationGroupResult error=ReplicationGroupNotFoundFault:404 error=InvalidReplicationGroupState:400 error=SnapshotAlreadyExistsFault:400 error=SnapshotFeatureNotSupportedFault:400 error=SnapshotQuotaExceededFault:400 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op DescribeCacheClusters in=16 out=17 wrap=DescribeCacheClustersResult page=Marker>Marker limit=MaxRecords error=CacheClusterNotFound:404 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op DescribeCacheParameterGroups in=18 out=19 wrap=DescribeCacheParameterGroupsResult page=Marker>Marker limit=MaxRecords error=CacheParameterGroupNotFound:404 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op DescribeCacheParameters in=20 out=21 wrap=DescribeCacheParametersResult page=Marker>Marker limit=MaxRecords error=CacheParameterGroupNotFound:404 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op DescribeCacheSubnetGroups in=22 out=23 wrap=DescribeCacheSubnetGroupsResult page=Marker>Marker limit=MaxRecords error=CacheSubnetGroupNotFoundFault:400
        op DescribeReplicationGroups in=24 out=25 wrap=DescribeReplicationGroupsResult page=Marker>Marker limit=MaxRecords error=ReplicationGroupNotFoundFault:404 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op ListTagsForResource in=26 out=1 wrap=ListTagsForResourceResult error=CacheClusterNotFound:404 error=CacheParameterGroupNotFound:404 error=CacheSecurityGroupNotFound:404 error=CacheSubnetGroupNotFoundFault:400 error=InvalidReplicationGroupState:400 error=ReplicationGroupNotFoundFault:404 error=ReservedCacheNodeNotFound:404 error=SnapshotNotFoundFault:404 error=UserNotFound:404 error=UserGroupNotFound:404 error=ServerlessCacheNotFoundFault:404 error=InvalidServerlessCacheStateFault:400 error=ServerlessCacheSnapshotNotFoundFault:404 error=InvalidServerlessCacheSnapshotStateFault:400 error=InvalidARN:400
        op ModifyCacheCluster in=27 out=28 wrap=ModifyCacheClusterResult error=InvalidCacheClusterState:400 error=InvalidCacheSecurityGroupState:400 error=InsufficientCacheClusterCapacity:400 error=CacheClusterNotFound:404 error=NodeQuotaForClusterExceeded:400 error=NodeQuotaForCustomerExceeded:400 error=CacheSecurityGroupNotFound:404 error=CacheParameterGroupNotFound:404 error=InvalidVPCNetworkStateFault:400 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op ModifyCacheParameterGroup in=29 out=30 wrap=ModifyCacheParameterGroupResult error=CacheParameterGroupNotFound:404 error=InvalidCacheParameterGroupState:400 error=InvalidParameterValue:400 error=InvalidParameterCombination:400 error=InvalidGlobalReplicationGroupState:400
        op ModifyCacheSubnetGroup in=31 out=32 wrap=ModifyCacheSubnetGroupResult error=CacheSubnetGroupNotFoundFault:400 error=CacheSubnetQuotaExceededFault:400 error=SubnetInUse:400 error=InvalidSubnet:400 error=SubnetNotAllowedFault:400
        op ModifyReplicationGroup in=33 out=34 wrap=ModifyReplicationGroupResult error=ReplicationGroupNotFoundFault:404 error=InvalidReplicationGroupState:400 error=InvalidUserGroupState:400 error=UserGroupNotFound:404 error=InvalidCacheClusterState:400 error=InvalidCacheSecurityGroupState:400 error=InsufficientCacheClusterCapacity:400 error=CacheClusterNotFound:404 error=NodeQuotaForClusterExceeded:400 error=NodeQuotaForCustomerExceeded:400 error=CacheSecurityGroupNotFound:404 error=CacheParameterGroupNotFound:404 error=InvalidVPCNetworkStateFault:400 error=InvalidKMSKeyFault:400 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op RemoveTagsFromResource in=35 out=1 wrap=RemoveTagsFromResourceResult error=CacheClusterNotFound:404 error=CacheParameterGroupNotFound:404 error=CacheSecurityGroupNotFound:404 error=CacheSubnetGroupNotFoundFault:400 error=InvalidReplicationGroupState:400 error=ReplicationGroupNotFoundFault:404 error=ReservedCacheNodeNotFound:404 error=SnapshotNotFoundFault:404 error=UserNotFound:404 error=UserGroupNotFound:404 error=ServerlessCacheNotFoundFault:404 error=InvalidServerlessCacheStateFault:400 error=ServerlessCacheSnapshotNotFoundFault:404 error=InvalidServerlessCacheSnapshotStateFault:400 error=InvalidARN:400 error=TagNotFound:404
        struct ResourceName=s,required Tags=36,required
        struct TagList=36
        struct CacheClusterId=s,required ReplicationGroupId=s AZMode=s PreferredAvailabilityZone=s PreferredAvailabilityZones=37 NumCacheNodes=i CacheNodeType=s Engine=s EngineVersion=s CacheParameterGroupName=s CacheSubnetGroupName=s CacheSecurityGroupNames=38 SecurityGroupIds=39 Tags=36 SnapshotArns=40 SnapshotName=s PreferredMaintenanceWindow=s Port=i NotificationTopicArn=s AutoMinorVersionUpgrade=b SnapshotRetentionLimit=i SnapshotWindow=s AuthToken=s OutpostMode=s PreferredOutpostArn=s PreferredOutpostArns=41 LogDeliveryConfigurations=42 TransitEncryptionEnabled=b NetworkType=s IpDiscovery=s
        struct CacheCluster=43
        struct CacheParameterGroupName=s,required CacheParameterGroupFamily=s,required Description=s,required Tags=36
        struct CacheParameterGroup=44
        struct CacheSubnetGroupName=s,required CacheSubnetGroupDescription=s,required SubnetIds=45,required Tags=36
        struct CacheSubnetGroup=46
        struct ReplicationGroupId=s,required ReplicationGroupDescription=s,required GlobalReplicationGroupId=s PrimaryClusterId=s AutomaticFailoverEnabled=b MultiAZEnabled=b NumCacheClusters=i PreferredCacheClusterAZs=47 NumNodeGroups=i ReplicasPerNodeGroup=i NodeGroupConfiguration=48 CacheNodeType=s Engine=s EngineVersion=s CacheParameterGroupName=s CacheSubnetGroupName=s CacheSecurityGroupNames=38 SecurityGroupIds=39 Tags=36 SnapshotArns=40 SnapshotName=s PreferredMaintenanceWindow=s Port=i NotificationTopicArn=s AutoMinorVersionUpgrade=b SnapshotRetentionLimit=i SnapshotWindow=s AuthToken=s TransitEncryptionEnabled=b AtRestEncryptionEnabled=b KmsKeyId=s UserGroupIds=49 LogDeliveryConfigurations=42 DataTieringEnabled=b NetworkType=s IpDiscovery=s TransitEncryptionMode=s ClusterMode=s ServerlessCacheSnapshotName=s
        struct ReplicationGroup=50
        struct CacheClusterId=s,required FinalSnapshotIdentifier=s
        struct CacheCluster=43
        struct CacheParameterGroupName=s,required
        struct CacheSubnetGroupName=s,required
        struct ReplicationGroupId=s,required RetainPrimaryCluster=b FinalSnapshotIdentifier=s
        struct ReplicationGroup=50
        struct CacheClusterId=s MaxRecords=i Marker=s ShowCacheNodeInfo=b ShowCacheClustersNotInReplicationGroups=b
        struct Marker=s CacheClusters=51
        struct CacheParameterGroupName=s MaxRecords=i Marker=s
        struct Marker=s CacheParameterGroups=52
        struct CacheParameterGroupName=s,required Source=s MaxRecords=i Marker=s
        struct Marker=s Parameters=53 CacheNodeTypeSpecificParameters=54
        struct CacheSubnetGroupName=s MaxRecords=i Marker=s
        struct Marker=s CacheSubnetGroups=55
        struct ReplicationGroupId=s MaxRecords=i Marker=s
        struct Marker=s ReplicationGroups=56
        struct ResourceName=s,required
        struct CacheClusterId=s,required NumCacheNodes=i CacheNodeIdsToRemove=57 AZMode=s NewAvailabilityZones=37 CacheSecurityGroupNames=38 SecurityGroupIds=39 PreferredMaintenanceWindow=s NotificationTopicArn=s CacheParameterGroupName=s NotificationTopicStatus=s ApplyImmediately=b Engine=s EngineVersion=s AutoMinorVersionUpgrade=b SnapshotRetentionLimit=i SnapshotWindow=s CacheNodeType=s AuthToken=s AuthTokenUpdateStrategy=s LogDeliveryConfigurations=42 IpDiscovery=s ScaleConfig=58
        struct CacheCluster=43
        struct CacheParameterGroupName=s,required ParameterNameValues=59,required
        struct CacheParameterGroupName=s
        struct CacheSubnetGroupName=s,required CacheSubnetGroupDescription=s SubnetIds=45
        struct CacheSubnetGroup=46
        struct ReplicationGroupId=s,required ReplicationGroupDescription=s PrimaryClusterId=s SnapshottingClusterId=s AutomaticFailoverEnabled=b MultiAZEnabled=b NodeGroupId=s CacheSecurityGroupNames=38 SecurityGroupIds=39 PreferredMaintenanceWindow=s NotificationTopicArn=s CacheParameterGroupName=s NotificationTopicStatus=s ApplyImmediately=b Engine=s EngineVersion=s AutoMinorVersionUpgrade=b SnapshotRetentionLimit=i SnapshotWindow=s CacheNodeType=s AuthToken=s AuthTokenUpdateStrategy=s UserGroupIdsToAdd=60 UserGroupIdsToRemove=60 RemoveUserGroups=b LogDeliveryConfigurations=42 IpDiscovery=s TransitEncryptionEnabled=b TransitEncryptionMode=s ClusterMode=s
        struct ReplicationGroup=50
        struct ResourceName=s,required TagKeys=61,required
        list 62,name:Tag
        list s,name:PreferredAvailabilityZone
        list s,name:CacheSecurityGroupName
        list s,name:SecurityGroupId
        list s,name:SnapshotArn
        list s,name:PreferredOutpostArn
        list 63,name:LogDeliveryConfigurationRequest
        struct CacheClusterId=s ConfigurationEndpoint=64 ClientDownloadLandingPage=s CacheNodeType=s Engine=s EngineVersion=s CacheClusterStatus=s NumCacheNodes=i PreferredAvailabilityZone=s PreferredOutpostArn=s CacheClusterCreateTime=t PreferredMaintenanceWindow=s PendingModifiedValues=65 NotificationConfiguration=66 CacheSecurityGroups=67 CacheParameterGroup=68 CacheSubnetGroupName=s CacheNodes=69 AutoMinorVersionUpgrade=b SecurityGroups=70 ReplicationGroupId=s SnapshotRetentionLimit=i SnapshotWindow=s AuthTokenEnabled=b AuthTokenLastModifiedDate=t TransitEncryptionEnabled=b AtRestEncryptionEnabled=b ARN=s ReplicationGroupLogDeliveryEnabled=b LogDeliveryConfigurations=71 NetworkType=s IpDiscovery=s TransitEncryptionMode=s
        struct CacheParameterGroupName=s CacheParameterGroupFamily=s Description=s IsGlobal=b ARN=s
        list s,name:SubnetIdentifier
        struct CacheSubnetGroupName=s CacheSubnetGroupDescription=s VpcId=s Subnets=72 ARN=s SupportedNetworkTypes=73
        list s,name:AvailabilityZone
        list 74,name:NodeGroupConfiguration
        list s
        struct ReplicationGroupId=s Description=s GlobalReplicationGroupInfo=75 Status=s PendingModifiedValues=76 MemberClusters=77 NodeGroups=78 SnapshottingClusterId=s AutomaticFailover=s MultiAZ=s ConfigurationEndpoint=64 SnapshotRetentionLimit=i SnapshotWindow=s ClusterEnabled=b CacheNodeType=s AuthTokenEnabled=b AuthTokenLastModifiedDate=t TransitEncryptionEnabled=b AtRestEncryptionEnabled=b MemberClustersOutpostArns=79 KmsKeyId=s ARN=s UserGroupIds=60 LogDeliveryConfigurations=71 ReplicationGroupCreateTime=t DataTiering=s AutoMinorVersionUpgrade=b NetworkType=s IpDiscovery=s TransitEncryptionMode=s ClusterMode=s Engine=s
        list 43,name:CacheCluster
        list 44,name:CacheParameterGroup
        list 80,name:Parameter
        list 81,name:CacheNodeTypeSpecificParameter
        list 46,name:CacheSubnetGroup
        list 50,name:ReplicationGroup
        list s,name:CacheNodeId
        struct ScalePercentage=i ScaleIntervalMinutes=i
        list 82,name:ParameterNameValue
        list s
        list s
        struct Key=s Value=s
        struct LogType=s DestinationType=s DestinationDetails=83 LogFormat=s Enabled=b
        struct Address=s Port=i
        struct NumCacheNodes=i CacheNodeIdsToRemove=57 EngineVersion=s CacheNodeType=s AuthTokenStatus=s LogDeliveryConfigurations=84,name:PendingLogDeliveryConfiguration TransitEncryptionEnabled=b TransitEncryptionMode=s ScaleConfig=58
        struct TopicArn=s TopicStatus=s
        list 85,name:CacheSecurityGroup
        struct CacheParameterGroupName=s ParameterApplyStatus=s CacheNodeIdsToReboot=57
        list 86,name:CacheNode
        list 87
        list 88,name:LogDeliveryConfiguration
        list 89,name:Subnet
        list s
        struct NodeGroupId=s Slots=s ReplicaCount=i PrimaryAvailabilityZone=s ReplicaAvailabilityZones=47 PrimaryOutpostArn=s ReplicaOutpostArns=90
        struct GlobalReplicationGroupId=s GlobalReplicationGroupMemberRole=s
        struct PrimaryClusterId=s AutomaticFailoverStatus=s Resharding=91 AuthTokenStatus=s UserGroups=92 LogDeliveryConfigurations=84,name:PendingLogDeliveryConfiguration TransitEncryptionEnabled=b TransitEncryptionMode=s ClusterMode=s
        list s,name:ClusterId
        list 93,name:NodeGroup
        list s,name:ReplicationGroupOutpostArn
        struct ParameterName=s ParameterValue=s Description=s Source=s DataType=s AllowedValues=s IsModifiable=b MinimumEngineVersion=s ChangeType=s
        struct ParameterName=s Description=s Source=s DataType=s AllowedValues=s IsModifiable=b MinimumEngineVersion=s CacheNodeTypeSpecificValues=94 ChangeType=s
        struct ParameterName=s ParameterValue=s
        struct CloudWatchLogsDetails=95 KinesisFirehoseDetails=96
        list 97
        struct CacheSecurityGroupName=s Status=s
        struct CacheNodeId=s CacheNodeStatus=s CacheNodeCreateTime=t Endpoint=64 ParameterGroupStatus=s SourceCacheNodeId=s CustomerAvailabilityZone=s CustomerOutpostArn=s
        struct SecurityGroupId=s Status=s
        struct LogType=s DestinationType=s DestinationDetails=83 LogFormat=s Status=s Message=s
        struct SubnetIdentifier=s SubnetAvailabilityZone=98 SubnetOutpost=99 SupportedNetworkTypes=73
        list s,name:OutpostArn
        struct SlotMigration=100
        struct UserGroupIdsToAdd=60 UserGroupIdsToRemove=60
        struct NodeGroupId=s Status=s PrimaryEndpoint=64 ReaderEndpoint=64 Slots=s NodeGroupMembers=101
        list 102,name:CacheNodeTypeSpecificValue
        struct LogGroup=s
        struct DeliveryStream=s
        struct LogType=s DestinationType=s DestinationDetails=83 LogFormat=s
        struct Name=s
        struct SubnetOutpostArn=s
        struct ProgressPercentage=d
        list 103,name:NodeGroupMember
        struct CacheNodeType=s Value=s
        struct CacheClusterId=s CacheNodeId=s ReadEndpoint=64 PreferredAvailabilityZone=s PreferredOutpostArn=s CurrentRole=s
        """
}
