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
        op DecreaseReplicaCount in=10 out=11 wrap=DecreaseReplicaCountResult error=ReplicationGroupNotFoundFault:404 error=InvalidReplicationGroupState:400 error=InvalidCacheClusterState:400 error=InvalidVPCNetworkStateFault:400 error=InsufficientCacheClusterCapacity:400 error=ClusterQuotaForCustomerExceeded:400 error=NodeGroupsPerReplicationGroupQuotaExceeded:400 error=NodeQuotaForCustomerExceeded:400 error=ServiceLinkedRoleNotFoundFault:400 error=NoOperationFault:400 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op DeleteCacheCluster in=12 out=13 wrap=DeleteCacheClusterResult error=CacheClusterNotFound:404 error=InvalidCacheClusterState:400 error=SnapshotAlreadyExistsFault:400 error=SnapshotFeatureNotSupportedFault:400 error=SnapshotQuotaExceededFault:400 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op DeleteCacheParameterGroup in=14 error=InvalidCacheParameterGroupState:400 error=CacheParameterGroupNotFound:404 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op DeleteCacheSubnetGroup in=15 error=CacheSubnetGroupInUse:400 error=CacheSubnetGroupNotFoundFault:400
        op DeleteReplicationGroup in=16 out=17 wrap=DeleteReplicationGroupResult error=ReplicationGroupNotFoundFault:404 error=InvalidReplicationGroupState:400 error=SnapshotAlreadyExistsFault:400 error=SnapshotFeatureNotSupportedFault:400 error=SnapshotQuotaExceededFault:400 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op DescribeCacheClusters in=18 out=19 wrap=DescribeCacheClustersResult page=Marker>Marker limit=MaxRecords error=CacheClusterNotFound:404 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op DescribeCacheParameterGroups in=20 out=21 wrap=DescribeCacheParameterGroupsResult page=Marker>Marker limit=MaxRecords error=CacheParameterGroupNotFound:404 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op DescribeCacheParameters in=22 out=23 wrap=DescribeCacheParametersResult page=Marker>Marker limit=MaxRecords error=CacheParameterGroupNotFound:404 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op DescribeCacheSubnetGroups in=24 out=25 wrap=DescribeCacheSubnetGroupsResult page=Marker>Marker limit=MaxRecords error=CacheSubnetGroupNotFoundFault:400
        op DescribeReplicationGroups in=26 out=27 wrap=DescribeReplicationGroupsResult page=Marker>Marker limit=MaxRecords error=ReplicationGroupNotFoundFault:404 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op IncreaseReplicaCount in=28 out=29 wrap=IncreaseReplicaCountResult error=ReplicationGroupNotFoundFault:404 error=InvalidReplicationGroupState:400 error=InvalidCacheClusterState:400 error=InvalidVPCNetworkStateFault:400 error=InsufficientCacheClusterCapacity:400 error=ClusterQuotaForCustomerExceeded:400 error=NodeGroupsPerReplicationGroupQuotaExceeded:400 error=NodeQuotaForCustomerExceeded:400 error=NoOperationFault:400 error=InvalidKMSKeyFault:400 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op ListTagsForResource in=30 out=1 wrap=ListTagsForResourceResult error=CacheClusterNotFound:404 error=CacheParameterGroupNotFound:404 error=CacheSecurityGroupNotFound:404 error=CacheSubnetGroupNotFoundFault:400 error=InvalidReplicationGroupState:400 error=ReplicationGroupNotFoundFault:404 error=ReservedCacheNodeNotFound:404 error=SnapshotNotFoundFault:404 error=UserNotFound:404 error=UserGroupNotFound:404 error=ServerlessCacheNotFoundFault:404 error=InvalidServerlessCacheStateFault:400 error=ServerlessCacheSnapshotNotFoundFault:404 error=InvalidServerlessCacheSnapshotStateFault:400 error=InvalidARN:400
        op ModifyCacheCluster in=31 out=32 wrap=ModifyCacheClusterResult error=InvalidCacheClusterState:400 error=InvalidCacheSecurityGroupState:400 error=InsufficientCacheClusterCapacity:400 error=CacheClusterNotFound:404 error=NodeQuotaForClusterExceeded:400 error=NodeQuotaForCustomerExceeded:400 error=CacheSecurityGroupNotFound:404 error=CacheParameterGroupNotFound:404 error=InvalidVPCNetworkStateFault:400 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op ModifyCacheParameterGroup in=33 out=34 wrap=ModifyCacheParameterGroupResult error=CacheParameterGroupNotFound:404 error=InvalidCacheParameterGroupState:400 error=InvalidParameterValue:400 error=InvalidParameterCombination:400 error=InvalidGlobalReplicationGroupState:400
        op ModifyCacheSubnetGroup in=35 out=36 wrap=ModifyCacheSubnetGroupResult error=CacheSubnetGroupNotFoundFault:400 error=CacheSubnetQuotaExceededFault:400 error=SubnetInUse:400 error=InvalidSubnet:400 error=SubnetNotAllowedFault:400
        op ModifyReplicationGroup in=37 out=38 wrap=ModifyReplicationGroupResult error=ReplicationGroupNotFoundFault:404 error=InvalidReplicationGroupState:400 error=InvalidUserGroupState:400 error=UserGroupNotFound:404 error=InvalidCacheClusterState:400 error=InvalidCacheSecurityGroupState:400 error=InsufficientCacheClusterCapacity:400 error=CacheClusterNotFound:404 error=NodeQuotaForClusterExceeded:400 error=NodeQuotaForCustomerExceeded:400 error=CacheSecurityGroupNotFound:404 error=CacheParameterGroupNotFound:404 error=InvalidVPCNetworkStateFault:400 error=InvalidKMSKeyFault:400 error=InvalidParameterValue:400 error=InvalidParameterCombination:400
        op RemoveTagsFromResource in=39 out=1 wrap=RemoveTagsFromResourceResult error=CacheClusterNotFound:404 error=CacheParameterGroupNotFound:404 error=CacheSecurityGroupNotFound:404 error=CacheSubnetGroupNotFoundFault:400 error=InvalidReplicationGroupState:400 error=ReplicationGroupNotFoundFault:404 error=ReservedCacheNodeNotFound:404 error=SnapshotNotFoundFault:404 error=UserNotFound:404 error=UserGroupNotFound:404 error=ServerlessCacheNotFoundFault:404 error=InvalidServerlessCacheStateFault:400 error=ServerlessCacheSnapshotNotFoundFault:404 error=InvalidServerlessCacheSnapshotStateFault:400 error=InvalidARN:400 error=TagNotFound:404
        struct ResourceName=s,required Tags=40,required
        struct TagList=40
        struct CacheClusterId=s,required ReplicationGroupId=s AZMode=s PreferredAvailabilityZone=s PreferredAvailabilityZones=41 NumCacheNodes=i CacheNodeType=s Engine=s EngineVersion=s CacheParameterGroupName=s CacheSubnetGroupName=s CacheSecurityGroupNames=42 SecurityGroupIds=43 Tags=40 SnapshotArns=44 SnapshotName=s PreferredMaintenanceWindow=s Port=i NotificationTopicArn=s AutoMinorVersionUpgrade=b SnapshotRetentionLimit=i SnapshotWindow=s AuthToken=s OutpostMode=s PreferredOutpostArn=s PreferredOutpostArns=45 LogDeliveryConfigurations=46 TransitEncryptionEnabled=b NetworkType=s IpDiscovery=s
        struct CacheCluster=47
        struct CacheParameterGroupName=s,required CacheParameterGroupFamily=s,required Description=s,required Tags=40
        struct CacheParameterGroup=48
        struct CacheSubnetGroupName=s,required CacheSubnetGroupDescription=s,required SubnetIds=49,required Tags=40
        struct CacheSubnetGroup=50
        struct ReplicationGroupId=s,required ReplicationGroupDescription=s,required GlobalReplicationGroupId=s PrimaryClusterId=s AutomaticFailoverEnabled=b MultiAZEnabled=b NumCacheClusters=i PreferredCacheClusterAZs=51 NumNodeGroups=i ReplicasPerNodeGroup=i NodeGroupConfiguration=52 CacheNodeType=s Engine=s EngineVersion=s CacheParameterGroupName=s CacheSubnetGroupName=s CacheSecurityGroupNames=42 SecurityGroupIds=43 Tags=40 SnapshotArns=44 SnapshotName=s PreferredMaintenanceWindow=s Port=i NotificationTopicArn=s AutoMinorVersionUpgrade=b SnapshotRetentionLimit=i SnapshotWindow=s AuthToken=s TransitEncryptionEnabled=b AtRestEncryptionEnabled=b KmsKeyId=s UserGroupIds=53 LogDeliveryConfigurations=46 DataTieringEnabled=b NetworkType=s IpDiscovery=s TransitEncryptionMode=s ClusterMode=s ServerlessCacheSnapshotName=s
        struct ReplicationGroup=54
        struct ReplicationGroupId=s,required NewReplicaCount=i ReplicaConfiguration=55 ReplicasToRemove=56 ApplyImmediately=b,required
        struct ReplicationGroup=54
        struct CacheClusterId=s,required FinalSnapshotIdentifier=s
        struct CacheCluster=47
        struct CacheParameterGroupName=s,required
        struct CacheSubnetGroupName=s,required
        struct ReplicationGroupId=s,required RetainPrimaryCluster=b FinalSnapshotIdentifier=s
        struct ReplicationGroup=54
        struct CacheClusterId=s MaxRecords=i Marker=s ShowCacheNodeInfo=b ShowCacheClustersNotInReplicationGroups=b
        struct Marker=s CacheClusters=57
        struct CacheParameterGroupName=s MaxRecords=i Marker=s
        struct Marker=s CacheParameterGroups=58
        struct CacheParameterGroupName=s,required Source=s MaxRecords=i Marker=s
        struct Marker=s Parameters=59 CacheNodeTypeSpecificParameters=60
        struct CacheSubnetGroupName=s MaxRecords=i Marker=s
        struct Marker=s CacheSubnetGroups=61
        struct ReplicationGroupId=s MaxRecords=i Marker=s
        struct Marker=s ReplicationGroups=62
        struct ReplicationGroupId=s,required NewReplicaCount=i ReplicaConfiguration=55 ApplyImmediately=b,required
        struct ReplicationGroup=54
        struct ResourceName=s,required
        struct CacheClusterId=s,required NumCacheNodes=i CacheNodeIdsToRemove=63 AZMode=s NewAvailabilityZones=41 CacheSecurityGroupNames=42 SecurityGroupIds=43 PreferredMaintenanceWindow=s NotificationTopicArn=s CacheParameterGroupName=s NotificationTopicStatus=s ApplyImmediately=b Engine=s EngineVersion=s AutoMinorVersionUpgrade=b SnapshotRetentionLimit=i SnapshotWindow=s CacheNodeType=s AuthToken=s AuthTokenUpdateStrategy=s LogDeliveryConfigurations=46 IpDiscovery=s ScaleConfig=64
        struct CacheCluster=47
        struct CacheParameterGroupName=s,required ParameterNameValues=65,required
        struct CacheParameterGroupName=s
        struct CacheSubnetGroupName=s,required CacheSubnetGroupDescription=s SubnetIds=49
        struct CacheSubnetGroup=50
        struct ReplicationGroupId=s,required ReplicationGroupDescription=s PrimaryClusterId=s SnapshottingClusterId=s AutomaticFailoverEnabled=b MultiAZEnabled=b NodeGroupId=s CacheSecurityGroupNames=42 SecurityGroupIds=43 PreferredMaintenanceWindow=s NotificationTopicArn=s CacheParameterGroupName=s NotificationTopicStatus=s ApplyImmediately=b Engine=s EngineVersion=s AutoMinorVersionUpgrade=b SnapshotRetentionLimit=i SnapshotWindow=s CacheNodeType=s AuthToken=s AuthTokenUpdateStrategy=s UserGroupIdsToAdd=66 UserGroupIdsToRemove=66 RemoveUserGroups=b LogDeliveryConfigurations=46 IpDiscovery=s TransitEncryptionEnabled=b TransitEncryptionMode=s ClusterMode=s
        struct ReplicationGroup=54
        struct ResourceName=s,required TagKeys=67,required
        list 68,name:Tag
        list s,name:PreferredAvailabilityZone
        list s,name:CacheSecurityGroupName
        list s,name:SecurityGroupId
        list s,name:SnapshotArn
        list s,name:PreferredOutpostArn
        list 69,name:LogDeliveryConfigurationRequest
        struct CacheClusterId=s ConfigurationEndpoint=70 ClientDownloadLandingPage=s CacheNodeType=s Engine=s EngineVersion=s CacheClusterStatus=s NumCacheNodes=i PreferredAvailabilityZone=s PreferredOutpostArn=s CacheClusterCreateTime=t PreferredMaintenanceWindow=s PendingModifiedValues=71 NotificationConfiguration=72 CacheSecurityGroups=73 CacheParameterGroup=74 CacheSubnetGroupName=s CacheNodes=75 AutoMinorVersionUpgrade=b SecurityGroups=76 ReplicationGroupId=s SnapshotRetentionLimit=i SnapshotWindow=s AuthTokenEnabled=b AuthTokenLastModifiedDate=t TransitEncryptionEnabled=b AtRestEncryptionEnabled=b ARN=s ReplicationGroupLogDeliveryEnabled=b LogDeliveryConfigurations=77 NetworkType=s IpDiscovery=s TransitEncryptionMode=s
        struct CacheParameterGroupName=s CacheParameterGroupFamily=s Description=s IsGlobal=b ARN=s
        list s,name:SubnetIdentifier
        struct CacheSubnetGroupName=s CacheSubnetGroupDescription=s VpcId=s Subnets=78 ARN=s SupportedNetworkTypes=79
        list s,name:AvailabilityZone
        list 80,name:NodeGroupConfiguration
        list s
        struct ReplicationGroupId=s Description=s GlobalReplicationGroupInfo=81 Status=s PendingModifiedValues=82 MemberClusters=83 NodeGroups=84 SnapshottingClusterId=s AutomaticFailover=s MultiAZ=s ConfigurationEndpoint=70 SnapshotRetentionLimit=i SnapshotWindow=s ClusterEnabled=b CacheNodeType=s AuthTokenEnabled=b AuthTokenLastModifiedDate=t TransitEncryptionEnabled=b AtRestEncryptionEnabled=b MemberClustersOutpostArns=85 KmsKeyId=s ARN=s UserGroupIds=66 LogDeliveryConfigurations=77 ReplicationGroupCreateTime=t DataTiering=s AutoMinorVersionUpgrade=b NetworkType=s IpDiscovery=s TransitEncryptionMode=s ClusterMode=s Engine=s
        list 86,name:ConfigureShard
        list s
        list 47,name:CacheCluster
        list 48,name:CacheParameterGroup
        list 87,name:Parameter
        list 88,name:CacheNodeTypeSpecificParameter
        list 50,name:CacheSubnetGroup
        list 54,name:ReplicationGroup
        list s,name:CacheNodeId
        struct ScalePercentage=i ScaleIntervalMinutes=i
        list 89,name:ParameterNameValue
        list s
        list s
        struct Key=s Value=s
        struct LogType=s DestinationType=s DestinationDetails=90 LogFormat=s Enabled=b
        struct Address=s Port=i
        struct NumCacheNodes=i CacheNodeIdsToRemove=63 EngineVersion=s CacheNodeType=s AuthTokenStatus=s LogDeliveryConfigurations=91,name:PendingLogDeliveryConfiguration TransitEncryptionEnabled=b TransitEncryptionMode=s ScaleConfig=64
        struct TopicArn=s TopicStatus=s
        list 92,name:CacheSecurityGroup
        struct CacheParameterGroupName=s ParameterApplyStatus=s CacheNodeIdsToReboot=63
        list 93,name:CacheNode
        list 94
        list 95,name:LogDeliveryConfiguration
        list 96,name:Subnet
        list s
        struct NodeGroupId=s Slots=s ReplicaCount=i PrimaryAvailabilityZone=s ReplicaAvailabilityZones=51 PrimaryOutpostArn=s ReplicaOutpostArns=97
        struct GlobalReplicationGroupId=s GlobalReplicationGroupMemberRole=s
        struct PrimaryClusterId=s AutomaticFailoverStatus=s Resharding=98 AuthTokenStatus=s UserGroups=99 LogDeliveryConfigurations=91,name:PendingLogDeliveryConfiguration TransitEncryptionEnabled=b TransitEncryptionMode=s ClusterMode=s
        list s,name:ClusterId
        list 100,name:NodeGroup
        list s,name:ReplicationGroupOutpostArn
        struct NodeGroupId=s,required NewReplicaCount=i,required PreferredAvailabilityZones=41 PreferredOutpostArns=45
        struct ParameterName=s ParameterValue=s Description=s Source=s DataType=s AllowedValues=s IsModifiable=b MinimumEngineVersion=s ChangeType=s
        struct ParameterName=s Description=s Source=s DataType=s AllowedValues=s IsModifiable=b MinimumEngineVersion=s CacheNodeTypeSpecificValues=101 ChangeType=s
        struct ParameterName=s ParameterValue=s
        struct CloudWatchLogsDetails=102 KinesisFirehoseDetails=103
        list 104
        struct CacheSecurityGroupName=s Status=s
        struct CacheNodeId=s CacheNodeStatus=s CacheNodeCreateTime=t Endpoint=70 ParameterGroupStatus=s SourceCacheNodeId=s CustomerAvailabilityZone=s CustomerOutpostArn=s
        struct SecurityGroupId=s Status=s
        struct LogType=s DestinationType=s DestinationDetails=90 LogFormat=s Status=s Message=s
        struct SubnetIdentifier=s SubnetAvailabilityZone=105 SubnetOutpost=106 SupportedNetworkTypes=79
        list s,name:OutpostArn
        struct SlotMigration=107
        struct UserGroupIdsToAdd=66 UserGroupIdsToRemove=66
        struct NodeGroupId=s Status=s PrimaryEndpoint=70 ReaderEndpoint=70 Slots=s NodeGroupMembers=108
        list 109,name:CacheNodeTypeSpecificValue
        struct LogGroup=s
        struct DeliveryStream=s
        struct LogType=s DestinationType=s DestinationDetails=90 LogFormat=s
        struct Name=s
        struct SubnetOutpostArn=s
        struct ProgressPercentage=d
        list 110,name:NodeGroupMember
        struct CacheNodeType=s Value=s
        struct CacheClusterId=s CacheNodeId=s ReadEndpoint=70 PreferredAvailabilityZone=s PreferredOutpostArn=s CurrentRole=s
        """
}
