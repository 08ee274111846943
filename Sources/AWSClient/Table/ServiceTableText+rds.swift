// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of rds.
    static let rds = """
        service id=rds protocol=query version=2014-10-31 endpoint=rds signing=rds settings=rds
        op AddTagsToResource in=0 error=DBProxyNotFoundFault:404 error=DBSnapshotTenantDatabaseNotFoundFault:404 error=IntegrationNotFoundFault:404 error=TenantDatabaseNotFound:404 error=BlueGreenDeploymentNotFoundFault:404 error=DBSnapshotNotFound:404 error=DBProxyEndpointNotFoundFault:404 error=InvalidDBClusterEndpointStateFault:400 error=InvalidDBInstanceState:400 error=DBShardGroupNotFound:404 error=DBClusterNotFoundFault:404 error=DBInstanceNotFound:404 error=DBProxyTargetGroupNotFoundFault:404 error=InvalidDBClusterStateFault:400
        op CreateDBCluster in=1 out=2 wrap=CreateDBClusterResult error=DBSubnetGroupDoesNotCoverEnoughAZs:400 error=InvalidDBSubnetGroupFault:400 error=DBClusterParameterGroupNotFound:404 error=InsufficientDBInstanceCapacity:400 error=InvalidSubnet:400 error=DBClusterNotFoundFault:404 error=VpcEncryptionControlViolationException:400 error=StorageTypeNotSupported:400 error=OptionGroupNotFoundFault:404 error=DBInstanceNotFound:404 error=DBClusterAlreadyExistsFault:400 error=InvalidGlobalClusterStateFault:400 error=NetworkTypeNotSupported:400 error=GlobalClusterNotFoundFault:404 error=StorageQuotaExceeded:400 error=DomainNotFoundFault:404 error=InsufficientStorageClusterCapacity:400 error=InvalidDBInstanceState:400 error=KMSKeyNotAccessibleFault:400 error=InvalidVPCNetworkStateFault:400 error=InvalidDBClusterStateFault:400 error=InvalidDBSubnetGroupStateFault:400 error=DBSubnetGroupNotFoundFault:404 error=DBClusterQuotaExceededFault:403
        op CreateDBClusterParameterGroup in=3 out=4 wrap=CreateDBClusterParameterGroupResult error=DBParameterGroupAlreadyExists:400 error=DBParameterGroupQuotaExceeded:400
        op CreateDBInstance in=5 out=6 wrap=CreateDBInstanceResult error=AuthorizationNotFound:404 error=DBParameterGroupNotFound:404 error=DBSubnetGroupDoesNotCoverEnoughAZs:400 error=InsufficientDBInstanceCapacity:400 error=InvalidSubnet:400 error=DBClusterNotFoundFault:404 error=VpcEncryptionControlViolationException:400 error=ProvisionedIopsNotAvailableInAZFault:400 error=StorageTypeNotSupported:400 error=OptionGroupNotFoundFault:404 error=NetworkTypeNotSupported:400 error=InstanceQuotaExceeded:400 error=StorageQuotaExceeded:400 error=BackupPolicyNotFoundFault:404 error=DomainNotFoundFault:404 error=CertificateNotFound:404 error=KMSKeyNotAccessibleFault:400 error=DBInstanceAlreadyExists:400 error=TenantDatabaseQuotaExceeded:400 error=DBSecurityGroupNotFound:404 error=InvalidVPCNetworkStateFault:400 error=InvalidDBClusterStateFault:400 error=DBSubnetGroupNotFoundFault:404
        op CreateDBParameterGroup in=7 out=8 wrap=CreateDBParameterGroupResult error=DBParameterGroupAlreadyExists:400 error=DBParameterGroupQuotaExceeded:400
        op CreateDBSubnetGroup in=9 out=10 wrap=CreateDBSubnetGroupResult error=DBSubnetGroupAlreadyExists:400 error=DBSubnetGroupDoesNotCoverEnoughAZs:400 error=DBSubnetQuotaExceededFault:400 error=DBSubnetGroupQuotaExceeded:400 error=InvalidSubnet:400
        op DeleteDBCluster in=11 out=12 wrap=DeleteDBClusterResult error=InvalidDBClusterSnapshotStateFault:400 error=InvalidDBClusterStateFault:400 error=InvalidGlobalClusterStateFault:400 error=SnapshotQuotaExceeded:400 error=DBClusterSnapshotAlreadyExistsFault:400 error=KMSKeyNotAccessibleFault:400 error=DBClusterAutomatedBackupQuotaExceededFault:400 error=DBClusterNotFoundFault:404
        op DeleteDBClusterParameterGroup in=13 error=DBParameterGroupNotFound:404 error=InvalidDBParameterGroupState:400
        op DeleteDBInstance in=14 out=15 wrap=DeleteDBInstanceResult error=DBInstanceAutomatedBackupQuotaExceeded:400 error=DBInstanceNotFound:404 error=InvalidDBClusterStateFault:400 error=SnapshotQuotaExceeded:400 error=InvalidDBInstanceState:400 error=KMSKeyNotAccessibleFault:400 error=DBSnapshotAlreadyExists:400
        op DeleteDBParameterGroup in=16 error=DBParameterGroupNotFound:404 error=InvalidDBParameterGroupState:400
        op DeleteDBSubnetGroup in=17 error=InvalidDBSubnetStateFault:400 error=InvalidDBSubnetGroupStateFault:400 error=DBSubnetGroupNotFoundFault:404
        op DescribeDBClusterParameterGroups in=18 out=19 wrap=DescribeDBClusterParameterGroupsResult page=Marker>Marker limit=MaxRecords error=DBParameterGroupNotFound:404
        op DescribeDBClusterParameters in=20 out=21 wrap=DescribeDBClusterParametersResult page=Marker>Marker limit=MaxRecords error=DBParameterGroupNotFound:404
        op DescribeDBClusterSnapshots in=22 out=23 wrap=DescribeDBClusterSnapshotsResult page=Marker>Marker limit=MaxRecords error=DBClusterSnapshotNotFoundFault:404
        op DescribeDBClusters in=24 out=25 wrap=DescribeDBClustersResult page=Marker>Marker limit=MaxRecords error=DBClusterNotFoundFault:404
        op DescribeDBEngineVersions in=26 out=27 wrap=DescribeDBEngineVersionsResult page=Marker>Marker limit=MaxRecords
        op DescribeDBInstances in=28 out=29 wrap=DescribeDBInstancesResult page=Marker>Marker limit=MaxRecords error=DBInstanceNotFound:404
        op DescribeDBParameterGroups in=30 out=31 wrap=DescribeDBParameterGroupsResult page=Marker>Marker limit=MaxRecords error=DBParameterGroupNotFound:404
        op DescribeDBParameters in=32 out=33 wrap=DescribeDBParametersResult page=Marker>Marker limit=MaxRecords error=DBParameterGroupNotFound:404
        op DescribeDBSnapshots in=34 out=35 wrap=DescribeDBSnapshotsResult page=Marker>Marker limit=MaxRecords error=DBSnapshotNotFound:404
        op DescribeDBSubnetGroups in=36 out=37 wrap=DescribeDBSubnetGroupsResult page=Marker>Marker limit=MaxRecords error=DBSubnetGroupNotFoundFault:404
        op ListTagsForResource in=38 out=39 wrap=ListTagsForResourceResult error=DBProxyNotFoundFault:404 error=DBSnapshotTenantDatabaseNotFoundFault:404 error=IntegrationNotFoundFault:404 error=TenantDatabaseNotFound:404 error=BlueGreenDeploymentNotFoundFault:404 error=DBSnapshotNotFound:404 error=DBProxyEndpointNotFoundFault:404 error=DBShardGroupNotFound:404 error=DBClusterNotFoundFault:404 error=DBInstanceNotFound:404 error=DBProxyTargetGroupNotFoundFault:404
        op ModifyDBCluster in=40 out=41 wrap=ModifyDBClusterResult error=StorageQuotaExceeded:400 error=DBParameterGroupNotFound:404 error=DomainNotFoundFault:404 error=InvalidDBInstanceState:400 error=KMSKeyNotAccessibleFault:400 error=DBClusterParameterGroupNotFound:404 error=DBInstanceAlreadyExists:400 error=InvalidSubnet:400 error=DBClusterNotFoundFault:404 error=VpcEncryptionControlViolationException:400 error=InvalidDBSecurityGroupState:400 error=StorageTypeNotAvailableFault:400 error=StorageTypeNotSupported:400 error=OptionGroupNotFoundFault:404 error=InvalidVPCNetworkStateFault:400 error=InvalidDBClusterStateFault:400 error=DBClusterAlreadyExistsFault:400 error=InvalidGlobalClusterStateFault:400 error=NetworkTypeNotSupported:400 error=InvalidDBSubnetGroupStateFault:400 error=DBSubnetGroupNotFoundFault:404
        op ModifyDBClusterParameterGroup in=42 out=43 wrap=ModifyDBClusterParameterGroupResult error=DBParameterGroupNotFound:404 error=InvalidDBParameterGroupState:400
        op ModifyDBInstance in=44 out=45 wrap=ModifyDBInstanceResult error=AuthorizationNotFound:404 error=DBParameterGroupNotFound:404 error=InsufficientDBInstanceCapacity:400 error=VpcEncryptionControlViolationException:400 error=InvalidDBSecurityGroupState:400 error=ProvisionedIopsNotAvailableInAZFault:400 error=StorageTypeNotSupported:400 error=OptionGroupNotFoundFault:404 error=DBInstanceNotFound:404 error=NetworkTypeNotSupported:400 error=StorageQuotaExceeded:400 error=BackupPolicyNotFoundFault:404 error=DomainNotFoundFault:404 error=CertificateNotFound:404 error=InvalidDBInstanceState:400 error=KMSKeyNotAccessibleFault:400 error=DBInstanceAlreadyExists:400 error=DBUpgradeDependencyFailure:400 error=TenantDatabaseQuotaExceeded:400 error=DBSecurityGroupNotFound:404 error=InvalidVPCNetworkStateFault:400 error=InvalidDBClusterStateFault:400
        op ModifyDBParameterGroup in=46 out=47 wrap=ModifyDBParameterGroupResult error=DBParameterGroupNotFound:404 error=InvalidDBParameterGroupState:400
        op ModifyDBSubnetGroup in=48 out=49 wrap=ModifyDBSubnetGroupResult error=SubnetAlreadyInUse:400 error=DBSubnetGroupDoesNotCoverEnoughAZs:400 error=DBSubnetQuotaExceededFault:400 error=InvalidDBSubnetGroupStateFault:400 error=DBSubnetGroupNotFoundFault:404 error=InvalidSubnet:400
        op RemoveTagsFromResource in=50 error=DBProxyNotFoundFault:404 error=DBSnapshotTenantDatabaseNotFoundFault:404 error=IntegrationNotFoundFault:404 error=TenantDatabaseNotFound:404 error=BlueGreenDeploymentNotFoundFault:404 error=DBSnapshotNotFound:404 error=DBProxyEndpointNotFoundFault:404 error=InvalidDBClusterEndpointStateFault:400 error=InvalidDBInstanceState:400 error=DBShardGroupNotFound:404 error=DBClusterNotFoundFault:404 error=DBInstanceNotFound:404 error=DBProxyTargetGroupNotFoundFault:404 error=InvalidDBClusterStateFault:400
        op StartDBCluster in=51 out=52 wrap=StartDBClusterResult error=InvalidDBClusterStateFault:400 error=InvalidDBInstanceState:400 error=KMSKeyNotAccessibleFault:400 error=InvalidDBShardGroupState:400 error=DBClusterNotFoundFault:404 error=VpcEncryptionControlViolationException:400
        op StartDBInstance in=53 out=54 wrap=StartDBInstanceResult error=AuthorizationNotFound:404 error=DBSubnetGroupDoesNotCoverEnoughAZs:400 error=InvalidDBInstanceState:400 error=KMSKeyNotAccessibleFault:400 error=InsufficientDBInstanceCapacity:400 error=InvalidSubnet:400 error=DBClusterNotFoundFault:404 error=VpcEncryptionControlViolationException:400 error=DBInstanceNotFound:404 error=InvalidVPCNetworkStateFault:400 error=InvalidDBClusterStateFault:400 error=DBSubnetGroupNotFoundFault:404
        op StopDBCluster in=55 out=56 wrap=StopDBClusterResult error=InvalidDBClusterStateFault:400 error=InvalidDBInstanceState:400 error=InvalidDBShardGroupState:400 error=DBClusterNotFoundFault:404
        op StopDBInstance in=57 out=58 wrap=StopDBInstanceResult error=DBInstanceNotFound:404 error=InvalidDBClusterStateFault:400 error=SnapshotQuotaExceeded:400 error=InvalidDBInstanceState:400 error=DBSnapshotAlreadyExists:400
        struct ResourceName=s,required Tags=59,required
        struct AvailabilityZones=60 BackupRetentionPeriod=i CharacterSetName=s DatabaseName=s DBClusterIdentifier=s,required DBClusterParameterGroupName=s VpcSecurityGroupIds=61 DBSubnetGroupName=s Engine=s,required EngineVersion=s Port=i MasterUsername=s MasterUserPassword=s OptionGroupName=s PreferredBackupWindow=s PreferredMaintenanceWindow=s ReplicationSourceIdentifier=s Tags=59 StorageEncrypted=b KmsKeyId=s PreSignedUrl=s EnableIAMDatabaseAuthentication=b BacktrackWindow=l EnableCloudwatchLogsExports=62 EngineMode=s ScalingConfiguration=63 RdsCustomClusterConfiguration=64 DBClusterInstanceClass=s AllocatedStorage=i StorageType=s Iops=i PubliclyAccessible=b AutoMinorVersionUpgrade=b DeletionProtection=b GlobalClusterIdentifier=s EnableHttpEndpoint=b CopyTagsToSnapshot=b Domain=s DomainIAMRoleName=s EnableGlobalWriteForwarding=b NetworkType=s ServerlessV2ScalingConfiguration=65 MonitoringInterval=i MonitoringRoleArn=s DatabaseInsightsMode=s EnablePerformanceInsights=b PerformanceInsightsKMSKeyId=s PerformanceInsightsRetentionPeriod=i EnableLimitlessDatabase=b ClusterScalabilityType=s DBSystemId=s ManageMasterUserPassword=b EnableLocalWriteForwarding=b MasterUserSecretKmsKeyId=s CACertificateIdentifier=s EngineLifecycleSupport=s TagSpecifications=66 MasterUserAuthenticationType=s WithExpressConfiguration=b
        struct DBCluster=67
        struct DBClusterParameterGroupName=s,required DBParameterGroupFamily=s,required Description=s,required Tags=59
        struct DBClusterParameterGroup=68
        struct DBName=s DBInstanceIdentifier=s,required AllocatedStorage=i DBInstanceClass=s,required Engine=s,required MasterUsername=s MasterUserPassword=s DBSecurityGroups=69 VpcSecurityGroupIds=61 AvailabilityZone=s DBSubnetGroupName=s PreferredMaintenanceWindow=s DBParameterGroupName=s BackupRetentionPeriod=i PreferredBackupWindow=s Port=i MultiAZ=b EngineVersion=s AutoMinorVersionUpgrade=b LicenseModel=s Iops=i StorageThroughput=i OptionGroupName=s CharacterSetName=s NcharCharacterSetName=s PubliclyAccessible=b Tags=59 DBClusterIdentifier=s StorageType=s TdeCredentialArn=s TdeCredentialPassword=s StorageEncrypted=b KmsKeyId=s Domain=s DomainFqdn=s DomainOu=s DomainAuthSecretArn=s DomainDnsIps=70 CopyTagsToSnapshot=b MonitoringInterval=i MonitoringRoleArn=s DomainIAMRoleName=s PromotionTier=i Timezone=s EnableIAMDatabaseAuthentication=b DatabaseInsightsMode=s EnablePerformanceInsights=b PerformanceInsightsKMSKeyId=s PerformanceInsightsRetentionPeriod=i EnableCloudwatchLogsExports=62 ProcessorFeatures=71 DeletionProtection=b MaxAllocatedStorage=i EnableCustomerOwnedIp=b NetworkType=s BackupTarget=s CustomIamInstanceProfile=s DBSystemId=s CACertificateIdentifier=s ManageMasterUserPassword=b MasterUserSecretKmsKeyId=s MultiTenant=b DedicatedLogVolume=b EngineLifecycleSupport=s AdditionalStorageVolumes=72 TagSpecifications=66 MasterUserAuthenticationType=s
        struct DBInstance=73
        struct DBParameterGroupName=s,required DBParameterGroupFamily=s,required Description=s,required Tags=59
        struct DBParameterGroup=74
        struct DBSubnetGroupName=s,required DBSubnetGroupDescription=s,required SubnetIds=75,required Tags=59
        struct DBSubnetGroup=76
        struct DBClusterIdentifier=s,required SkipFinalSnapshot=b FinalDBSnapshotIdentifier=s DeleteAutomatedBackups=b
        struct DBCluster=67
        struct DBClusterParameterGroupName=s,required
        struct DBInstanceIdentifier=s,required SkipFinalSnapshot=b FinalDBSnapshotIdentifier=s DeleteAutomatedBackups=b
        struct DBInstance=73
        struct DBParameterGroupName=s,required
        struct DBSubnetGroupName=s,required
        struct DBClusterParameterGroupName=s Filters=77 MaxRecords=i Marker=s
        struct Marker=s DBClusterParameterGroups=78
        struct DBClusterParameterGroupName=s,required Source=s Filters=77 MaxRecords=i Marker=s
        struct Parameters=79 Marker=s
        struct DBClusterIdentifier=s DBClusterSnapshotIdentifier=s SnapshotType=s Filters=77 MaxRecords=i Marker=s IncludeShared=b IncludePublic=b DbClusterResourceId=s
        struct Marker=s DBClusterSnapshots=80
        struct DBClusterIdentifier=s Filters=77 MaxRecords=i Marker=s IncludeShared=b
        struct Marker=s DBClusters=81
        struct Engine=s EngineVersion=s DBParameterGroupFamily=s Filters=77 MaxRecords=i Marker=s DefaultOnly=b ListSupportedCharacterSets=b ListSupportedTimezones=b IncludeAll=b
        struct Marker=s DBEngineVersions=82
        struct DBInstanceIdentifier=s Filters=77 MaxRecords=i Marker=s
        struct Marker=s DBInstances=83
        struct DBParameterGroupName=s Filters=77 MaxRecords=i Marker=s
        struct Marker=s DBParameterGroups=84
        struct DBParameterGroupName=s,required Source=s Filters=77 MaxRecords=i Marker=s
        struct Parameters=79 Marker=s
        struct DBInstanceIdentifier=s DBSnapshotIdentifier=s SnapshotType=s Filters=77 MaxRecords=i Marker=s IncludeShared=b IncludePublic=b DbiResourceId=s
        struct Marker=s DBSnapshots=85
        struct DBSubnetGroupName=s Filters=77 MaxRecords=i Marker=s
        struct Marker=s DBSubnetGroups=86
        struct ResourceName=s,required Filters=77
        struct TagList=59
        struct DBClusterIdentifier=s,required NewDBClusterIdentifier=s ApplyImmediately=b BackupRetentionPeriod=i DBClusterParameterGroupName=s VpcSecurityGroupIds=61 Port=i MasterUserPassword=s OptionGroupName=s PreferredBackupWindow=s PreferredMaintenanceWindow=s EnableIAMDatabaseAuthentication=b BacktrackWindow=l CloudwatchLogsExportConfiguration=87 EngineVersion=s AllowMajorVersionUpgrade=b DBInstanceParameterGroupName=s Domain=s DomainIAMRoleName=s ScalingConfiguration=63 DeletionProtection=b EnableHttpEndpoint=b CopyTagsToSnapshot=b EnableGlobalWriteForwarding=b DBClusterInstanceClass=s AllocatedStorage=i StorageType=s Iops=i AutoMinorVersionUpgrade=b NetworkType=s ServerlessV2ScalingConfiguration=65 MonitoringInterval=i MonitoringRoleArn=s DatabaseInsightsMode=s EnablePerformanceInsights=b PerformanceInsightsKMSKeyId=s PerformanceInsightsRetentionPeriod=i ManageMasterUserPassword=b RotateMasterUserPassword=b EnableLocalWriteForwarding=b MasterUserSecretKmsKeyId=s EngineMode=s AllowEngineModeChange=b AwsBackupRecoveryPointArn=s EnableLimitlessDatabase=b CACertificateIdentifier=s MasterUserAuthenticationType=s
        struct DBCluster=67
        struct DBClusterParameterGroupName=s,required Parameters=79,required
        struct DBClusterParameterGroupName=s
        struct DBInstanceIdentifier=s,required AllocatedStorage=i DBInstanceClass=s DBSubnetGroupName=s DBSecurityGroups=69 VpcSecurityGroupIds=61 ApplyImmediately=b MasterUserPassword=s DBParameterGroupName=s BackupRetentionPeriod=i PreferredBackupWindow=s PreferredMaintenanceWindow=s MultiAZ=b EngineVersion=s AllowMajorVersionUpgrade=b AutoMinorVersionUpgrade=b LicenseModel=s Iops=i StorageThroughput=i OptionGroupName=s NewDBInstanceIdentifier=s StorageType=s TdeCredentialArn=s TdeCredentialPassword=s CACertificateIdentifier=s Domain=s DomainFqdn=s DomainOu=s DomainAuthSecretArn=s DomainDnsIps=70 DisableDomain=b CopyTagsToSnapshot=b MonitoringInterval=i DBPortNumber=i PubliclyAccessible=b MonitoringRoleArn=s DomainIAMRoleName=s PromotionTier=i EnableIAMDatabaseAuthentication=b DatabaseInsightsMode=s EnablePerformanceInsights=b PerformanceInsightsKMSKeyId=s PerformanceInsightsRetentionPeriod=i CloudwatchLogsExportConfiguration=87 ProcessorFeatures=71 UseDefaultProcessorFeatures=b DeletionProtection=b MaxAllocatedStorage=i CertificateRotationRestart=b ReplicaMode=s AutomationMode=s ResumeFullAutomationModeMinutes=i EnableCustomerOwnedIp=b NetworkType=s AwsBackupRecoveryPointArn=s ManageMasterUserPassword=b RotateMasterUserPassword=b MasterUserSecretKmsKeyId=s MultiTenant=b DedicatedLogVolume=b Engine=s AdditionalStorageVolumes=88 TagSpecifications=66 MasterUserAuthenticationType=s
        struct DBInstance=73
        struct DBParameterGroupName=s,required Parameters=79,required
        struct DBParameterGroupName=s
        struct DBSubnetGroupName=s,required DBSubnetGroupDescription=s SubnetIds=75,required
        struct DBSubnetGroup=76
        struct ResourceName=s,required TagKeys=89,required
        struct DBClusterIdentifier=s,required
        struct DBCluster=67
        struct DBInstanceIdentifier=s,required
        struct DBInstance=73
        struct DBClusterIdentifier=s,required
        struct DBCluster=67
        struct DBInstanceIdentifier=s,required DBSnapshotIdentifier=s
        struct DBInstance=73
        list 90,name:Tag
        list s,name:AvailabilityZone
        list s,name:VpcSecurityGroupId
        list s
        struct MinCapacity=i MaxCapacity=i AutoPause=b SecondsUntilAutoPause=i TimeoutAction=s SecondsBeforeTimeout=i
        struct InterconnectSubnetId=s TransitGatewayMulticastDomainId=s ReplicaMode=s
        struct MinCapacity=d MaxCapacity=d SecondsUntilAutoPause=i
        list 91,name:item
        struct AllocatedStorage=i AvailabilityZones=60 BackupRetentionPeriod=i CharacterSetName=s DatabaseName=s DBClusterIdentifier=s DBClusterParameterGroup=s DBSubnetGroup=s Status=s PercentProgress=s EarliestRestorableTime=t Endpoint=s ReaderEndpoint=s CustomEndpoints=70 MultiAZ=b Engine=s EngineVersion=s LatestRestorableTime=t Port=i MasterUsername=s DBClusterOptionGroupMemberships=92 PreferredBackupWindow=s PreferredMaintenanceWindow=s UpgradeRolloutOrder=s ReplicationSourceIdentifier=s ReadReplicaIdentifiers=93 StatusInfos=94 DBClusterMembers=95 VpcSecurityGroups=96 HostedZoneId=s StorageEncrypted=b StorageEncryptionType=s KmsKeyId=s DbClusterResourceId=s DBClusterArn=s AssociatedRoles=97 IAMDatabaseAuthenticationEnabled=b CloneGroupId=s ClusterCreateTime=t EarliestBacktrackTime=t BacktrackWindow=l BacktrackConsumedChangeRecords=l EnabledCloudwatchLogsExports=62 Capacity=i PendingModifiedValues=98 EngineMode=s ScalingConfigurationInfo=99 RdsCustomClusterConfiguration=64 DBClusterInstanceClass=s StorageType=s Iops=i StorageThroughput=i IOOptimizedNextAllowedModificationTime=t PubliclyAccessible=b AutoMinorVersionUpgrade=b DeletionProtection=b HttpEndpointEnabled=b ActivityStreamMode=s ActivityStreamStatus=s ActivityStreamKmsKeyId=s ActivityStreamKinesisStreamName=s CopyTagsToSnapshot=b CrossAccountClone=b DomainMemberships=100 TagList=59 GlobalClusterIdentifier=s GlobalWriteForwardingStatus=s GlobalWriteForwardingRequested=b NetworkType=s AutomaticRestartTime=t ServerlessV2ScalingConfiguration=101 ServerlessV2PlatformVersion=s MonitoringInterval=i MonitoringRoleArn=s DatabaseInsightsMode=s PerformanceInsightsEnabled=b PerformanceInsightsKMSKeyId=s PerformanceInsightsRetentionPeriod=i DBSystemId=s MasterUserSecret=102 LocalWriteForwardingStatus=s AwsBackupRecoveryPointArn=s LimitlessDatabase=103 ClusterScalabilityType=s CertificateDetails=104 EngineLifecycleSupport=s VPCNetworkingEnabled=b InternetAccessGatewayEnabled=b
        struct DBClusterParameterGroupName=s DBParameterGroupFamily=s Description=s DBClusterParameterGroupArn=s
        list s,name:DBSecurityGroupName
        list s
        list 105,name:ProcessorFeature
        list 106
        struct DBInstanceIdentifier=s DBInstanceClass=s Engine=s DBInstanceStatus=s MasterUsername=s DBName=s Endpoint=107 AllocatedStorage=i InstanceCreateTime=t PreferredBackupWindow=s BackupRetentionPeriod=i DBSecurityGroups=108 VpcSecurityGroups=96 DBParameterGroups=109 AvailabilityZone=s DBSubnetGroup=76 PreferredMaintenanceWindow=s UpgradeRolloutOrder=s PendingModifiedValues=110 LatestRestorableTime=t MultiAZ=b EngineVersion=s AutoMinorVersionUpgrade=b ReadReplicaSourceDBInstanceIdentifier=s ReadReplicaDBInstanceIdentifiers=111 ReadReplicaDBClusterIdentifiers=112 ReplicaMode=s LicenseModel=s Iops=i StorageThroughput=i OptionGroupMemberships=113 CharacterSetName=s NcharCharacterSetName=s SecondaryAvailabilityZone=s PubliclyAccessible=b StatusInfos=114 StorageType=s StorageEncryptionType=s TdeCredentialArn=s DbInstancePort=i DBClusterIdentifier=s StorageEncrypted=b KmsKeyId=s DbiResourceId=s CACertificateIdentifier=s DomainMemberships=100 CopyTagsToSnapshot=b MonitoringInterval=i EnhancedMonitoringResourceArn=s MonitoringRoleArn=s PromotionTier=i DBInstanceArn=s Timezone=s IAMDatabaseAuthenticationEnabled=b DatabaseInsightsMode=s PerformanceInsightsEnabled=b PerformanceInsightsKMSKeyId=s PerformanceInsightsRetentionPeriod=i EnabledCloudwatchLogsExports=62 ProcessorFeatures=71 DeletionProtection=b AssociatedRoles=115 ListenerEndpoint=107 MaxAllocatedStorage=i TagList=59 AutomationMode=s ResumeFullAutomationModeTime=t CustomerOwnedIpEnabled=b NetworkType=s ActivityStreamStatus=s ActivityStreamKmsKeyId=s ActivityStreamKinesisStreamName=s ActivityStreamMode=s ActivityStreamEngineNativeAuditFieldsIncluded=b AwsBackupRecoveryPointArn=s DBInstanceAutomatedBackupsReplications=116 BackupTarget=s AutomaticRestartTime=t CustomIamInstanceProfile=s ActivityStreamPolicyStatus=s CertificateDetails=104 DBSystemId=s MasterUserSecret=102 ReadReplicaSourceDBClusterIdentifier=s PercentProgress=s MultiTenant=b DedicatedLogVolume=b IsStorageConfigUpgradeAvailable=b EngineLifecycleSupport=s AdditionalStorageVolumes=117 StorageVolumeStatus=s
        struct DBParameterGroupName=s DBParameterGroupFamily=s Description=s DBParameterGroupArn=s
        list s,name:SubnetIdentifier
        struct DBSubnetGroupName=s DBSubnetGroupDescription=s VpcId=s SubnetGroupStatus=s Subnets=118 DBSubnetGroupArn=s SupportedNetworkTypes=70
        list 119,name:Filter
        list 68,name:DBClusterParameterGroup
        list 120,name:Parameter
        list 121,name:DBClusterSnapshot
        list 67,name:DBCluster
        list 122,name:DBEngineVersion
        list 73,name:DBInstance
        list 74,name:DBParameterGroup
        list 123,name:DBSnapshot
        list 76,name:DBSubnetGroup
        struct EnableLogTypes=62 DisableLogTypes=62
        list 124
        list s
        struct Key=s Value=s
        struct ResourceType=s Tags=59
        list 125,name:DBClusterOptionGroup
        list s,name:ReadReplicaIdentifier
        list 126,name:DBClusterStatusInfo
        list 127,name:DBClusterMember
        list 128,name:VpcSecurityGroupMembership
        list 129,name:DBClusterRole
        struct PendingCloudwatchLogsExports=130 DBClusterIdentifier=s MasterUserPassword=s IAMDatabaseAuthenticationEnabled=b EngineVersion=s BackupRetentionPeriod=i StorageType=s AllocatedStorage=i RdsCustomClusterConfiguration=64 Iops=i CertificateDetails=104
        struct MinCapacity=i MaxCapacity=i AutoPause=b SecondsUntilAutoPause=i TimeoutAction=s SecondsBeforeTimeout=i
        list 131,name:DomainMembership
        struct MinCapacity=d MaxCapacity=d SecondsUntilAutoPause=i
        struct SecretArn=s SecretStatus=s KmsKeyId=s
        struct Status=s MinRequiredACU=d
        struct CAIdentifier=s ValidTill=t
        struct Name=s Value=s
        struct VolumeName=s,required AllocatedStorage=i IOPS=i MaxAllocatedStorage=i StorageThroughput=i StorageType=s
        struct Address=s Port=i HostedZoneId=s
        list 132,name:DBSecurityGroup
        list 133,name:DBParameterGroup
        struct DBInstanceClass=s AllocatedStorage=i MasterUserPassword=s Port=i BackupRetentionPeriod=i MultiAZ=b EngineVersion=s LicenseModel=s Iops=i StorageThroughput=i DBInstanceIdentifier=s StorageType=s CACertificateIdentifier=s DBSubnetGroupName=s PendingCloudwatchLogsExports=130 ProcessorFeatures=71 AutomationMode=s ResumeFullAutomationModeTime=t MultiTenant=b IAMDatabaseAuthenticationEnabled=b DedicatedLogVolume=b Engine=s AdditionalStorageVolumes=72
        list s,name:ReadReplicaDBInstanceIdentifier
        list s,name:ReadReplicaDBClusterIdentifier
        list 134,name:OptionGroupMembership
        list 135,name:DBInstanceStatusInfo
        list 136,name:DBInstanceRole
        list 137,name:DBInstanceAutomatedBackupsReplication
        list 138
        list 139,name:Subnet
        struct Name=s,required Values=140,required
        struct ParameterName=s ParameterValue=s Description=s Source=s ApplyType=s DataType=s AllowedValues=s IsModifiable=b MinimumEngineVersion=s ApplyMethod=s SupportedEngineModes=141
        struct AvailabilityZones=60 DBClusterSnapshotIdentifier=s DBClusterIdentifier=s SnapshotCreateTime=t Engine=s EngineMode=s AllocatedStorage=i Status=s Port=i VpcId=s ClusterCreateTime=t MasterUsername=s EngineVersion=s LicenseModel=s SnapshotType=s PercentProgress=i StorageEncrypted=b StorageEncryptionType=s BackupRetentionPeriod=i PreferredBackupWindow=s KmsKeyId=s DBClusterSnapshotArn=s SourceDBClusterSnapshotArn=s IAMDatabaseAuthenticationEnabled=b TagList=59 StorageType=s StorageThroughput=i DbClusterResourceId=s DBSystemId=s
        struct Engine=s MajorEngineVersion=s EngineVersion=s DatabaseInstallationFilesS3BucketName=s DatabaseInstallationFilesS3Prefix=s DatabaseInstallationFiles=70 CustomDBEngineVersionManifest=s DBParameterGroupFamily=s DBEngineDescription=s DBEngineVersionArn=s DBEngineVersionDescription=s DefaultCharacterSet=142 FailureReason=s Image=143 DBEngineMediaType=s KMSKeyId=s CreateTime=t SupportedCharacterSets=144 SupportedNcharCharacterSets=144 ValidUpgradeTarget=145 SupportedTimezones=146 ExportableLogTypes=62 SupportsLogExportsToCloudwatchLogs=b SupportsReadReplica=b SupportedEngineModes=141 SupportedFeatureNames=147 Status=s SupportsParallelQuery=b SupportsGlobalDatabases=b TagList=59 SupportsBabelfish=b SupportsLimitlessDatabase=b SupportsCertificateRotationWithoutRestart=b SupportedCACertificateIdentifiers=148 SupportsLocalWriteForwarding=b SupportsIntegrations=b ServerlessV2FeaturesSupport=149
        struct DBSnapshotIdentifier=s DBInstanceIdentifier=s SnapshotCreateTime=t Engine=s AllocatedStorage=i Status=s Port=i AvailabilityZone=s VpcId=s InstanceCreateTime=t MasterUsername=s EngineVersion=s LicenseModel=s SnapshotType=s Iops=i StorageThroughput=i OptionGroupName=s PercentProgress=i SourceRegion=s SourceDBSnapshotIdentifier=s StorageType=s TdeCredentialArn=s Encrypted=b StorageEncryptionType=s BackupRetentionPeriod=i PreferredBackupWindow=s KmsKeyId=s DBSnapshotArn=s Timezone=s IAMDatabaseAuthenticationEnabled=b ProcessorFeatures=71 DbiResourceId=s TagList=59 SnapshotTarget=s OriginalSnapshotCreateTime=t SnapshotDatabaseTime=t DBSystemId=s MultiTenant=b DedicatedLogVolume=b AdditionalStorageVolumes=72 SnapshotAvailabilityZone=s
        struct VolumeName=s,required AllocatedStorage=i IOPS=i MaxAllocatedStorage=i StorageThroughput=i StorageType=s SetForDelete=b
        struct DBClusterOptionGroupName=s Status=s
        struct StatusType=s Normal=b Status=s Message=s
        struct DBInstanceIdentifier=s IsClusterWriter=b DBClusterParameterGroupStatus=s PromotionTier=i
        struct VpcSecurityGroupId=s Status=s
        struct RoleArn=s Status=s FeatureName=s
        struct LogTypesToEnable=62 LogTypesToDisable=62
        struct Domain=s Status=s FQDN=s IAMRoleName=s OU=s AuthSecretArn=s DnsIps=70
        struct DBSecurityGroupName=s Status=s
        struct DBParameterGroupName=s ParameterApplyStatus=s
        struct OptionGroupName=s Status=s
        struct StatusType=s Normal=b Status=s Message=s
        struct RoleArn=s FeatureName=s Status=s
        struct DBInstanceAutomatedBackupsArn=s
        struct VolumeName=s StorageVolumeStatus=s AllocatedStorage=i IOPS=i MaxAllocatedStorage=i StorageThroughput=i StorageType=s
        struct SubnetIdentifier=s SubnetAvailabilityZone=150 SubnetOutpost=151 SubnetStatus=s
        list s,name:Value
        list s
        struct CharacterSetName=s CharacterSetDescription=s
        struct ImageId=s Status=s
        list 142,name:CharacterSet
        list 152,name:UpgradeTarget
        list 153,name:Timezone
        list s
        list s
        struct MinCapacity=d MaxCapacity=d
        struct Name=s
        struct Arn=s
        struct Engine=s EngineVersion=s Description=s AutoUpgrade=b IsMajorVersionUpgrade=b SupportedEngineModes=141 SupportsParallelQuery=b SupportsGlobalDatabases=b SupportsBabelfish=b SupportsLimitlessDatabase=b SupportsLocalWriteForwarding=b SupportsIntegrations=b
        struct TimezoneName=s
        """
}
