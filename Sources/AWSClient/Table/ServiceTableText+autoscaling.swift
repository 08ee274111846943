// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of autoscaling.
    static let autoscaling = """
        service id=autoscaling protocol=query version=2011-01-01 endpoint=autoscaling signing=autoscaling settings=auto_scaling
        op AttachLoadBalancerTargetGroups in=0 out=1 wrap=AttachLoadBalancerTargetGroupsResult error=ResourceContention:500 error=ServiceLinkedRoleFailure:500 error=InstanceRefreshInProgress:400
        op CancelInstanceRefresh in=2 out=3 wrap=CancelInstanceRefreshResult error=LimitExceeded:400 error=ResourceContention:500 error=ActiveInstanceRefreshNotFound:400
        op CreateAutoScalingGroup in=4 error=AlreadyExists:400 error=LimitExceeded:400 error=ResourceContention:500 error=ServiceLinkedRoleFailure:500
        op CreateOrUpdateTags in=5 error=LimitExceeded:400 error=AlreadyExists:400 error=ResourceContention:500 error=ResourceInUse:400
        op DeleteAutoScalingGroup in=6 error=ScalingActivityInProgress:400 error=ResourceInUse:400 error=ResourceContention:500
        op DeleteTags in=7 error=ResourceContention:500 error=ResourceInUse:400
        op DescribeAutoScalingGroups in=8 out=9 wrap=DescribeAutoScalingGroupsResult page=NextToken>NextToken limit=MaxRecords error=InvalidNextToken:400 error=ResourceContention:500
        op DescribeInstanceRefreshes in=10 out=11 wrap=DescribeInstanceRefreshesResult page=NextToken>NextToken limit=MaxRecords error=InvalidNextToken:400 error=ResourceContention:500
        op DescribeLaunchConfigurations in=12 out=13 wrap=DescribeLaunchConfigurationsResult page=NextToken>NextToken limit=MaxRecords error=InvalidNextToken:400 error=ResourceContention:500
        op DescribeScalingActivities in=14 out=15 wrap=DescribeScalingActivitiesResult page=NextToken>NextToken limit=MaxRecords error=InvalidNextToken:400 error=ResourceContention:500
        op DescribeTags in=16 out=17 wrap=DescribeTagsResult page=NextToken>NextToken limit=MaxRecords error=InvalidNextToken:400 error=ResourceContention:500
        op SetInstanceProtection in=18 out=19 wrap=SetInstanceProtectionResult error=LimitExceeded:400 error=ResourceContention:500
        op StartInstanceRefresh in=20 out=21 wrap=StartInstanceRefreshResult error=LimitExceeded:400 error=ResourceContention:500 error=InstanceRefreshInProgress:400
        op UpdateAutoScalingGroup in=22 error=ScalingActivityInProgress:400 error=ResourceContention:500 error=ServiceLinkedRoleFailure:500
        struct AutoScalingGroupName=s,required TargetGroupARNs=23,required
        struct
        struct AutoScalingGroupName=s,required WaitForTransitioningInstances=b
        struct InstanceRefreshId=s
        struct AutoScalingGroupName=s,required LaunchConfigurationName=s LaunchTemplate=24 MixedInstancesPolicy=25 InstanceId=s MinSize=i,required MaxSize=i,required DesiredCapacity=i DefaultCooldown=i AvailabilityZones=26 AvailabilityZoneIds=27 LoadBalancerNames=28 TargetGroupARNs=23 HealthCheckType=s HealthCheckGracePeriod=i PlacementGroup=s VPCZoneIdentifier=s TerminationPolicies=29 NewInstancesProtectedFromScaleIn=b CapacityRebalance=b LifecycleHookSpecificationList=30 DeletionProtection=s Tags=31 ServiceLinkedRoleARN=s MaxInstanceLifetime=i Context=s DesiredCapacityType=s DefaultInstanceWarmup=i TrafficSources=32 InstanceMaintenancePolicy=33 AvailabilityZoneDistribution=34 AvailabilityZoneImpairmentPolicy=35 SkipZonalShiftValidation=b CapacityReservationSpecification=36 InstanceLifecyclePolicy=37
        struct Tags=31,required
        struct AutoScalingGroupName=s,required ForceDelete=b
        struct Tags=31,required
        struct AutoScalingGroupNames=38 IncludeInstances=b NextToken=s MaxRecords=i Filters=39
        struct AutoScalingGroups=40,required NextToken=s
        struct AutoScalingGroupName=s,required InstanceRefreshIds=41 NextToken=s MaxRecords=i
        struct InstanceRefreshes=42 NextToken=s
        struct LaunchConfigurationNames=43 NextToken=s MaxRecords=i
        struct LaunchConfigurations=44,required NextToken=s
        struct ActivityIds=45 AutoScalingGroupName=s IncludeDeletedGroups=b MaxRecords=i NextToken=s Filters=39
        struct Activities=46,required NextToken=s
        struct Filters=39 NextToken=s MaxRecords=i
        struct Tags=47 NextToken=s
        struct InstanceIds=48,required AutoScalingGroupName=s,required ProtectedFromScaleIn=b,required
        struct
        struct AutoScalingGroupName=s,required Strategy=s DesiredConfiguration=49 Preferences=50
        struct InstanceRefreshId=s
        struct AutoScalingGroupName=s,required LaunchConfigurationName=s LaunchTemplate=24 MixedInstancesPolicy=25 MinSize=i MaxSize=i DesiredCapacity=i DefaultCooldown=i AvailabilityZones=26 AvailabilityZoneIds=27 HealthCheckType=s HealthCheckGracePeriod=i PlacementGroup=s VPCZoneIdentifier=s TerminationPolicies=29 NewInstancesProtectedFromScaleIn=b ServiceLinkedRoleARN=s MaxInstanceLifetime=i CapacityRebalance=b Context=s DesiredCapacityType=s DefaultInstanceWarmup=i InstanceMaintenancePolicy=33 AvailabilityZoneDistribution=34 AvailabilityZoneImpairmentPolicy=35 SkipZonalShiftValidation=b CapacityReservationSpecification=36 InstanceLifecyclePolicy=37 DeletionProtection=s
        list s
        struct LaunchTemplateId=s LaunchTemplateName=s Version=s
        struct LaunchTemplate=51 InstancesDistribution=52
        list s
        list s
        list s
        list s
        list 53
        list 54
        list 55
        struct MinHealthyPercentage=i MaxHealthyPercentage=i
        struct CapacityDistributionStrategy=s
        struct ZonalShiftEnabled=b ImpairedZoneHealthCheckBehavior=s
        struct CapacityReservationPreference=s CapacityReservationTarget=56
        struct RetentionTriggers=57
        list s
        list 58
        list 59
        list s
        list 60
        list s
        list 61
        list s
        list 62
        list 63
        list s
        struct LaunchTemplate=24 MixedInstancesPolicy=25
        struct MinHealthyPercentage=i InstanceWarmup=i CheckpointPercentages=64 CheckpointDelay=i SkipMatching=b AutoRollback=b ScaleInProtectedInstances=s StandbyInstances=s AlarmSpecification=65 MaxHealthyPercentage=i BakeTime=i
        struct LaunchTemplateSpecification=24 Overrides=66
        struct OnDemandAllocationStrategy=s OnDemandBaseCapacity=i OnDemandPercentageAboveBaseCapacity=i SpotAllocationStrategy=s SpotInstancePools=i SpotMaxPrice=s
        struct LifecycleHookName=s,required LifecycleTransition=s,required NotificationMetadata=s HeartbeatTimeout=i DefaultResult=s NotificationTargetARN=s RoleARN=s
        struct ResourceId=s ResourceType=s Key=s,required Value=s PropagateAtLaunch=b
        struct Identifier=s,required Type=s
        struct CapacityReservationIds=67 CapacityReservationResourceGroupArns=68
        struct TerminateHookAbandon=s
        struct Name=s Values=69
        struct AutoScalingGroupName=s,required AutoScalingGroupARN=s LaunchConfigurationName=s LaunchTemplate=24 MixedInstancesPolicy=25 MinSize=i,required MaxSize=i,required DesiredCapacity=i,required PredictedCapacity=i DefaultCooldown=i,required AvailabilityZones=26,required AvailabilityZoneIds=27 LoadBalancerNames=28 TargetGroupARNs=23 HealthCheckType=s,required HealthCheckGracePeriod=i Instances=70 CreatedTime=t,required SuspendedProcesses=71 PlacementGroup=s VPCZoneIdentifier=s EnabledMetrics=72 Status=s Tags=47 TerminationPolicies=29 NewInstancesProtectedFromScaleIn=b ServiceLinkedRoleARN=s MaxInstanceLifetime=i CapacityRebalance=b WarmPoolConfiguration=73 WarmPoolSize=i Context=s DesiredCapacityType=s DefaultInstanceWarmup=i TrafficSources=32 InstanceMaintenancePolicy=33 DeletionProtection=s AvailabilityZoneDistribution=34 AvailabilityZoneImpairmentPolicy=35 CapacityReservationSpecification=36 InstanceLifecyclePolicy=37
        struct InstanceRefreshId=s AutoScalingGroupName=s Status=s StatusReason=s StartTime=t EndTime=t PercentageComplete=i InstancesToUpdate=i ProgressDetails=74 Preferences=50 DesiredConfiguration=49 RollbackDetails=75 Strategy=s
        struct LaunchConfigurationName=s,required LaunchConfigurationARN=s ImageId=s,required KeyName=s SecurityGroups=76 ClassicLinkVPCId=s ClassicLinkVPCSecurityGroups=77 UserData=s InstanceType=s,required KernelId=s RamdiskId=s BlockDeviceMappings=78 InstanceMonitoring=79 SpotPrice=s IamInstanceProfile=s CreatedTime=t,required EbsOptimized=b AssociatePublicIpAddress=b PlacementTenancy=s MetadataOptions=80
        struct ActivityId=s,required AutoScalingGroupName=s,required Description=s Cause=s,required StartTime=t,required EndTime=t StatusCode=s,required StatusMessage=s Progress=i Details=s AutoScalingGroupState=s AutoScalingGroupARN=s
        struct ResourceId=s ResourceType=s Key=s Value=s PropagateAtLaunch=b
        list i
        struct Alarms=81
        list 82
        list s
        list s
        list s
        list 83
        list 84
        list 85
        struct MaxGroupPreparedCapacity=i MinSize=i PoolState=s Status=s InstanceReusePolicy=86
        struct LivePoolProgress=87 WarmPoolProgress=88
        struct RollbackReason=s RollbackStartTime=t PercentageCompleteOnRollback=i InstancesToUpdateOnRollback=i ProgressDetailsOnRollback=74
        list s
        list s
        list 89
        struct Enabled=b
        struct HttpTokens=s HttpPutResponseHopLimit=i HttpEndpoint=s
        list s
        struct InstanceType=s WeightedCapacity=s LaunchTemplateSpecification=24 InstanceRequirements=90 ImageId=s
        struct InstanceId=s,required InstanceType=s AvailabilityZone=s,required AvailabilityZoneId=s LifecycleState=s,required HealthStatus=s,required LaunchConfigurationName=s LaunchTemplate=24 ImageId=s ProtectedFromScaleIn=b,required WeightedCapacity=s
        struct ProcessName=s SuspensionReason=s
        struct Metric=s Granularity=s
        struct ReuseOnScaleIn=b
        struct PercentageComplete=i InstancesToUpdate=i
        struct PercentageComplete=i InstancesToUpdate=i
        struct VirtualName=s DeviceName=s,required Ebs=91 NoDevice=b
        struct VCpuCount=92,required MemoryMiB=93,required CpuManufacturers=94 MemoryGiBPerVCpu=95 ExcludedInstanceTypes=96 InstanceGenerations=97 SpotMaxPricePercentageOverLowestPrice=i MaxSpotPriceAsPercentageOfOptimalOnDemandPrice=i OnDemandMaxPricePercentageOverLowestPrice=i BareMetal=s BurstablePerformance=s RequireHibernateSupport=b NetworkInterfaceCount=98 LocalStorage=s LocalStorageTypes=99 TotalLocalStorageGB=100 BaselineEbsBandwidthMbps=101 AcceleratorTypes=102 AcceleratorCount=103 AcceleratorManufacturers=104 AcceleratorNames=105 AcceleratorTotalMemoryMiB=106 NetworkBandwidthGbps=107 AllowedInstanceTypes=108 BaselinePerformanceFactors=109
        struct SnapshotId=s VolumeSize=i VolumeType=s DeleteOnTermination=b Iops=i Encrypted=b Throughput=i
        struct Min=i,required Max=i
        struct Min=i,required Max=i
        list s
        struct Min=d Max=d
        list s
        list s
        struct Min=i Max=i
        list s
        struct Min=d Max=d
        struct Min=i Max=i
        list s
        struct Min=i Max=i
        list s
        list s
        struct Min=i Max=i
        struct Min=d Max=d
        list s
        struct Cpu=110
        struct References=111,name:Reference
        list 112,name:item
        struct InstanceFamily=s
        """
}
