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
        op DescribeScalingActivities in=12 out=13 wrap=DescribeScalingActivitiesResult page=NextToken>NextToken limit=MaxRecords error=InvalidNextToken:400 error=ResourceContention:500
        op DescribeTags in=14 out=15 wrap=DescribeTagsResult page=NextToken>NextToken limit=MaxRecords error=InvalidNextToken:400 error=ResourceContention:500
        op SetInstanceProtection in=16 out=17 wrap=SetInstanceProtectionResult error=LimitExceeded:400 error=ResourceContention:500
        op StartInstanceRefresh in=18 out=19 wrap=StartInstanceRefreshResult error=LimitExceeded:400 error=ResourceContention:500 error=InstanceRefreshInProgress:400
        op UpdateAutoScalingGroup in=20 error=ScalingActivityInProgress:400 error=ResourceContention:500 error=ServiceLinkedRoleFailure:500
        struct AutoScalingGroupName=s,required TargetGroupARNs=21,required
        struct
        struct AutoScalingGroupName=s,required WaitForTransitioningInstances=b
        struct InstanceRefreshId=s
        struct AutoScalingGroupName=s,required LaunchConfigurationName=s LaunchTemplate=22 MixedInstancesPolicy=23 InstanceId=s MinSize=i,required MaxSize=i,required DesiredCapacity=i DefaultCooldown=i AvailabilityZones=24 AvailabilityZoneIds=25 LoadBalancerNames=26 TargetGroupARNs=21 HealthCheckType=s HealthCheckGracePeriod=i PlacementGroup=s VPCZoneIdentifier=s TerminationPolicies=27 NewInstancesProtectedFromScaleIn=b CapacityRebalance=b LifecycleHookSpecificationList=28 DeletionProtection=s Tags=29 ServiceLinkedRoleARN=s MaxInstanceLifetime=i Context=s DesiredCapacityType=s DefaultInstanceWarmup=i TrafficSources=30 InstanceMaintenancePolicy=31 AvailabilityZoneDistribution=32 AvailabilityZoneImpairmentPolicy=33 SkipZonalShiftValidation=b CapacityReservationSpecification=34 InstanceLifecyclePolicy=35
        struct Tags=29,required
        struct AutoScalingGroupName=s,required ForceDelete=b
        struct Tags=29,required
        struct AutoScalingGroupNames=36 IncludeInstances=b NextToken=s MaxRecords=i Filters=37
        struct AutoScalingGroups=38,required NextToken=s
        struct AutoScalingGroupName=s,required InstanceRefreshIds=39 NextToken=s MaxRecords=i
        struct InstanceRefreshes=40 NextToken=s
        struct ActivityIds=41 AutoScalingGroupName=s IncludeDeletedGroups=b MaxRecords=i NextToken=s Filters=37
        struct Activities=42,required NextToken=s
        struct Filters=37 NextToken=s MaxRecords=i
        struct Tags=43 NextToken=s
        struct InstanceIds=44,required AutoScalingGroupName=s,required ProtectedFromScaleIn=b,required
        struct
        struct AutoScalingGroupName=s,required Strategy=s DesiredConfiguration=45 Preferences=46
        struct InstanceRefreshId=s
        struct AutoScalingGroupName=s,required LaunchConfigurationName=s LaunchTemplate=22 MixedInstancesPolicy=23 MinSize=i MaxSize=i DesiredCapacity=i DefaultCooldown=i AvailabilityZones=24 AvailabilityZoneIds=25 HealthCheckType=s HealthCheckGracePeriod=i PlacementGroup=s VPCZoneIdentifier=s TerminationPolicies=27 NewInstancesProtectedFromScaleIn=b ServiceLinkedRoleARN=s MaxInstanceLifetime=i CapacityRebalance=b Context=s DesiredCapacityType=s DefaultInstanceWarmup=i InstanceMaintenancePolicy=31 AvailabilityZoneDistribution=32 AvailabilityZoneImpairmentPolicy=33 SkipZonalShiftValidation=b CapacityReservationSpecification=34 InstanceLifecyclePolicy=35 DeletionProtection=s
        list s
        struct LaunchTemplateId=s LaunchTemplateName=s Version=s
        struct LaunchTemplate=47 InstancesDistribution=48
        list s
        list s
        list s
        list s
        list 49
        list 50
        list 51
        struct MinHealthyPercentage=i MaxHealthyPercentage=i
        struct CapacityDistributionStrategy=s
        struct ZonalShiftEnabled=b ImpairedZoneHealthCheckBehavior=s
        struct CapacityReservationPreference=s CapacityReservationTarget=52
        struct RetentionTriggers=53
        list s
        list 54
        list 55
        list s
        list 56
        list s
        list 57
        list 58
        list s
        struct LaunchTemplate=22 MixedInstancesPolicy=23
        struct MinHealthyPercentage=i InstanceWarmup=i CheckpointPercentages=59 CheckpointDelay=i SkipMatching=b AutoRollback=b ScaleInProtectedInstances=s StandbyInstances=s AlarmSpecification=60 MaxHealthyPercentage=i BakeTime=i
        struct LaunchTemplateSpecification=22 Overrides=61
        struct OnDemandAllocationStrategy=s OnDemandBaseCapacity=i OnDemandPercentageAboveBaseCapacity=i SpotAllocationStrategy=s SpotInstancePools=i SpotMaxPrice=s
        struct LifecycleHookName=s,required LifecycleTransition=s,required NotificationMetadata=s HeartbeatTimeout=i DefaultResult=s NotificationTargetARN=s RoleARN=s
        struct ResourceId=s ResourceType=s Key=s,required Value=s PropagateAtLaunch=b
        struct Identifier=s,required Type=s
        struct CapacityReservationIds=62 CapacityReservationResourceGroupArns=63
        struct TerminateHookAbandon=s
        struct Name=s Values=64
        struct AutoScalingGroupName=s,required AutoScalingGroupARN=s LaunchConfigurationName=s LaunchTemplate=22 MixedInstancesPolicy=23 MinSize=i,required MaxSize=i,required DesiredCapacity=i,required PredictedCapacity=i DefaultCooldown=i,required AvailabilityZones=24,required AvailabilityZoneIds=25 LoadBalancerNames=26 TargetGroupARNs=21 HealthCheckType=s,required HealthCheckGracePeriod=i Instances=65 CreatedTime=t,required SuspendedProcesses=66 PlacementGroup=s VPCZoneIdentifier=s EnabledMetrics=67 Status=s Tags=43 TerminationPolicies=27 NewInstancesProtectedFromScaleIn=b ServiceLinkedRoleARN=s MaxInstanceLifetime=i CapacityRebalance=b WarmPoolConfiguration=68 WarmPoolSize=i Context=s DesiredCapacityType=s DefaultInstanceWarmup=i TrafficSources=30 InstanceMaintenancePolicy=31 DeletionProtection=s AvailabilityZoneDistribution=32 AvailabilityZoneImpairmentPolicy=33 CapacityReservationSpecification=34 InstanceLifecyclePolicy=35
        struct InstanceRefreshId=s AutoScalingGroupName=s Status=s StatusReason=s StartTime=t EndTime=t PercentageComplete=i InstancesToUpdate=i ProgressDetails=69 Preferences=46 DesiredConfiguration=45 RollbackDetails=70 Strategy=s
        struct ActivityId=s,required AutoScalingGroupName=s,required Description=s Cause=s,required StartTime=t,required EndTime=t StatusCode=s,required StatusMessage=s Progress=i Details=s AutoScalingGroupState=s AutoScalingGroupARN=s
        struct ResourceId=s ResourceType=s Key=s Value=s PropagateAtLaunch=b
        list i
        struct Alarms=71
        list 72
        list s
        list s
        list s
        list 73
        list 74
        list 75
        struct MaxGroupPreparedCapacity=i MinSize=i PoolState=s Status=s InstanceReusePolicy=76
        struct LivePoolProgress=77 WarmPoolProgress=78
        struct RollbackReason=s RollbackStartTime=t PercentageCompleteOnRollback=i InstancesToUpdateOnRollback=i ProgressDetailsOnRollback=69
        list s
        struct InstanceType=s WeightedCapacity=s LaunchTemplateSpecification=22 InstanceRequirements=79 ImageId=s
        struct InstanceId=s,required InstanceType=s AvailabilityZone=s,required AvailabilityZoneId=s LifecycleState=s,required HealthStatus=s,required LaunchConfigurationName=s LaunchTemplate=22 ImageId=s ProtectedFromScaleIn=b,required WeightedCapacity=s
        struct ProcessName=s SuspensionReason=s
        struct Metric=s Granularity=s
        struct ReuseOnScaleIn=b
        struct PercentageComplete=i InstancesToUpdate=i
        struct PercentageComplete=i InstancesToUpdate=i
        struct VCpuCount=80,required MemoryMiB=81,required CpuManufacturers=82 MemoryGiBPerVCpu=83 ExcludedInstanceTypes=84 InstanceGenerations=85 SpotMaxPricePercentageOverLowestPrice=i MaxSpotPriceAsPercentageOfOptimalOnDemandPrice=i OnDemandMaxPricePercentageOverLowestPrice=i BareMetal=s BurstablePerformance=s RequireHibernateSupport=b NetworkInterfaceCount=86 LocalStorage=s LocalStorageTypes=87 TotalLocalStorageGB=88 BaselineEbsBandwidthMbps=89 AcceleratorTypes=90 AcceleratorCount=91 AcceleratorManufacturers=92 AcceleratorNames=93 AcceleratorTotalMemoryMiB=94 NetworkBandwidthGbps=95 AllowedInstanceTypes=96 BaselinePerformanceFactors=97
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
        struct Cpu=98
        struct References=99,name:Reference
        list 100,name:item
        struct InstanceFamily=s
        """
}
