// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of autoscaling.
    static let autoscaling = """
        service id=autoscaling protocol=query version=2011-01-01 endpoint=autoscaling signing=autoscaling settings=auto_scaling
        op AttachLoadBalancerTargetGroups in=0 out=1 wrap=AttachLoadBalancerTargetGroupsResult error=ResourceContention:500 error=ServiceLinkedRoleFailure:500 error=InstanceRefreshInProgress:400
        op CreateAutoScalingGroup in=2 error=AlreadyExists:400 error=LimitExceeded:400 error=ResourceContention:500 error=ServiceLinkedRoleFailure:500
        op CreateOrUpdateTags in=3 error=LimitExceeded:400 error=AlreadyExists:400 error=ResourceContention:500 error=ResourceInUse:400
        op DeleteAutoScalingGroup in=4 error=ScalingActivityInProgress:400 error=ResourceInUse:400 error=ResourceContention:500
        op DeleteTags in=5 error=ResourceContention:500 error=ResourceInUse:400
        op DescribeAutoScalingGroups in=6 out=7 wrap=DescribeAutoScalingGroupsResult page=NextToken>NextToken limit=MaxRecords error=InvalidNextToken:400 error=ResourceContention:500
        op DescribeInstanceRefreshes in=8 out=9 wrap=DescribeInstanceRefreshesResult page=NextToken>NextToken limit=MaxRecords error=InvalidNextToken:400 error=ResourceContention:500
        op DescribeScalingActivities in=10 out=11 wrap=DescribeScalingActivitiesResult page=NextToken>NextToken limit=MaxRecords error=InvalidNextToken:400 error=ResourceContention:500
        op DescribeTags in=12 out=13 wrap=DescribeTagsResult page=NextToken>NextToken limit=MaxRecords error=InvalidNextToken:400 error=ResourceContention:500
        op SetInstanceProtection in=14 out=15 wrap=SetInstanceProtectionResult error=LimitExceeded:400 error=ResourceContention:500
        op StartInstanceRefresh in=16 out=17 wrap=StartInstanceRefreshResult error=LimitExceeded:400 error=ResourceContention:500 error=InstanceRefreshInProgress:400
        op UpdateAutoScalingGroup in=18 error=ScalingActivityInProgress:400 error=ResourceContention:500 error=ServiceLinkedRoleFailure:500
        struct AutoScalingGroupName=s,required TargetGroupARNs=19,required
        struct
        struct AutoScalingGroupName=s,required LaunchConfigurationName=s LaunchTemplate=20 MixedInstancesPolicy=21 InstanceId=s MinSize=i,required MaxSize=i,required DesiredCapacity=i DefaultCooldown=i AvailabilityZones=22 AvailabilityZoneIds=23 LoadBalancerNames=24 TargetGroupARNs=19 HealthCheckType=s HealthCheckGracePeriod=i PlacementGroup=s VPCZoneIdentifier=s TerminationPolicies=25 NewInstancesProtectedFromScaleIn=b CapacityRebalance=b LifecycleHookSpecificationList=26 DeletionProtection=s Tags=27 ServiceLinkedRoleARN=s MaxInstanceLifetime=i Context=s DesiredCapacityType=s DefaultInstanceWarmup=i TrafficSources=28 InstanceMaintenancePolicy=29 AvailabilityZoneDistribution=30 AvailabilityZoneImpairmentPolicy=31 SkipZonalShiftValidation=b CapacityReservationSpecification=32 InstanceLifecyclePolicy=33
        struct Tags=27,required
        struct AutoScalingGroupName=s,required ForceDelete=b
        struct Tags=27,required
        struct AutoScalingGroupNames=34 IncludeInstances=b NextToken=s MaxRecords=i Filters=35
        struct AutoScalingGroups=36,required NextToken=s
        struct AutoScalingGroupName=s,required InstanceRefreshIds=37 NextToken=s MaxRecords=i
        struct InstanceRefreshes=38 NextToken=s
        struct ActivityIds=39 AutoScalingGroupName=s IncludeDeletedGroups=b MaxRecords=i NextToken=s Filters=35
        struct Activities=40,required NextToken=s
        struct Filters=35 NextToken=s MaxRecords=i
        struct Tags=41 NextToken=s
        struct InstanceIds=42,required AutoScalingGroupName=s,required ProtectedFromScaleIn=b,required
        struct
        struct AutoScalingGroupName=s,required Strategy=s DesiredConfiguration=43 Preferences=44
        struct InstanceRefreshId=s
        struct AutoScalingGroupName=s,required LaunchConfigurationName=s LaunchTemplate=20 MixedInstancesPolicy=21 MinSize=i MaxSize=i DesiredCapacity=i DefaultCooldown=i AvailabilityZones=22 AvailabilityZoneIds=23 HealthCheckType=s HealthCheckGracePeriod=i PlacementGroup=s VPCZoneIdentifier=s TerminationPolicies=25 NewInstancesProtectedFromScaleIn=b ServiceLinkedRoleARN=s MaxInstanceLifetime=i CapacityRebalance=b Context=s DesiredCapacityType=s DefaultInstanceWarmup=i InstanceMaintenancePolicy=29 AvailabilityZoneDistribution=30 AvailabilityZoneImpairmentPolicy=31 SkipZonalShiftValidation=b CapacityReservationSpecification=32 InstanceLifecyclePolicy=33 DeletionProtection=s
        list s
        struct LaunchTemplateId=s LaunchTemplateName=s Version=s
        struct LaunchTemplate=45 InstancesDistribution=46
        list s
        list s
        list s
        list s
        list 47
        list 48
        list 49
        struct MinHealthyPercentage=i MaxHealthyPercentage=i
        struct CapacityDistributionStrategy=s
        struct ZonalShiftEnabled=b ImpairedZoneHealthCheckBehavior=s
        struct CapacityReservationPreference=s CapacityReservationTarget=50
        struct RetentionTriggers=51
        list s
        list 52
        list 53
        list s
        list 54
        list s
        list 55
        list 56
        list s
        struct LaunchTemplate=20 MixedInstancesPolicy=21
        struct MinHealthyPercentage=i InstanceWarmup=i CheckpointPercentages=57 CheckpointDelay=i SkipMatching=b AutoRollback=b ScaleInProtectedInstances=s StandbyInstances=s AlarmSpecification=58 MaxHealthyPercentage=i BakeTime=i
        struct LaunchTemplateSpecification=20 Overrides=59
        struct OnDemandAllocationStrategy=s OnDemandBaseCapacity=i OnDemandPercentageAboveBaseCapacity=i SpotAllocationStrategy=s SpotInstancePools=i SpotMaxPrice=s
        struct LifecycleHookName=s,required LifecycleTransition=s,required NotificationMetadata=s HeartbeatTimeout=i DefaultResult=s NotificationTargetARN=s RoleARN=s
        struct ResourceId=s ResourceType=s Key=s,required Value=s PropagateAtLaunch=b
        struct Identifier=s,required Type=s
        struct CapacityReservationIds=60 CapacityReservationResourceGroupArns=61
        struct TerminateHookAbandon=s
        struct Name=s Values=62
        struct AutoScalingGroupName=s,required AutoScalingGroupARN=s LaunchConfigurationName=s LaunchTemplate=20 MixedInstancesPolicy=21 MinSize=i,required MaxSize=i,required DesiredCapacity=i,required PredictedCapacity=i DefaultCooldown=i,required AvailabilityZones=22,required AvailabilityZoneIds=23 LoadBalancerNames=24 TargetGroupARNs=19 HealthCheckType=s,required HealthCheckGracePeriod=i Instances=63 CreatedTime=t,required SuspendedProcesses=64 PlacementGroup=s VPCZoneIdentifier=s EnabledMetrics=65 Status=s Tags=41 TerminationPolicies=25 NewInstancesProtectedFromScaleIn=b ServiceLinkedRoleARN=s MaxInstanceLifetime=i CapacityRebalance=b WarmPoolConfiguration=66 WarmPoolSize=i Context=s DesiredCapacityType=s DefaultInstanceWarmup=i TrafficSources=28 InstanceMaintenancePolicy=29 DeletionProtection=s AvailabilityZoneDistribution=30 AvailabilityZoneImpairmentPolicy=31 CapacityReservationSpecification=32 InstanceLifecyclePolicy=33
        struct InstanceRefreshId=s AutoScalingGroupName=s Status=s StatusReason=s StartTime=t EndTime=t PercentageComplete=i InstancesToUpdate=i ProgressDetails=67 Preferences=44 DesiredConfiguration=43 RollbackDetails=68 Strategy=s
        struct ActivityId=s,required AutoScalingGroupName=s,required Description=s Cause=s,required StartTime=t,required EndTime=t StatusCode=s,required StatusMessage=s Progress=i Details=s AutoScalingGroupState=s AutoScalingGroupARN=s
        struct ResourceId=s ResourceType=s Key=s Value=s PropagateAtLaunch=b
        list i
        struct Alarms=69
        list 70
        list s
        list s
        list s
        list 71
        list 72
        list 73
        struct MaxGroupPreparedCapacity=i MinSize=i PoolState=s Status=s InstanceReusePolicy=74
        struct LivePoolProgress=75 WarmPoolProgress=76
        struct RollbackReason=s RollbackStartTime=t PercentageCompleteOnRollback=i InstancesToUpdateOnRollback=i ProgressDetailsOnRollback=67
        list s
        struct InstanceType=s WeightedCapacity=s LaunchTemplateSpecification=20 InstanceRequirements=77 ImageId=s
        struct InstanceId=s,required InstanceType=s AvailabilityZone=s,required AvailabilityZoneId=s LifecycleState=s,required HealthStatus=s,required LaunchConfigurationName=s LaunchTemplate=20 ImageId=s ProtectedFromScaleIn=b,required WeightedCapacity=s
        struct ProcessName=s SuspensionReason=s
        struct Metric=s Granularity=s
        struct ReuseOnScaleIn=b
        struct PercentageComplete=i InstancesToUpdate=i
        struct PercentageComplete=i InstancesToUpdate=i
        struct VCpuCount=78,required MemoryMiB=79,required CpuManufacturers=80 MemoryGiBPerVCpu=81 ExcludedInstanceTypes=82 InstanceGenerations=83 SpotMaxPricePercentageOverLowestPrice=i MaxSpotPriceAsPercentageOfOptimalOnDemandPrice=i OnDemandMaxPricePercentageOverLowestPrice=i BareMetal=s BurstablePerformance=s RequireHibernateSupport=b NetworkInterfaceCount=84 LocalStorage=s LocalStorageTypes=85 TotalLocalStorageGB=86 BaselineEbsBandwidthMbps=87 AcceleratorTypes=88 AcceleratorCount=89 AcceleratorManufacturers=90 AcceleratorNames=91 AcceleratorTotalMemoryMiB=92 NetworkBandwidthGbps=93 AllowedInstanceTypes=94 BaselinePerformanceFactors=95
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
        struct Cpu=96
        struct References=97,name:Reference
        list 98,name:item
        struct InstanceFamily=s
        """
}
