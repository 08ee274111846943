// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of application-autoscaling.
    static let applicationAutoscaling = """
        service id=application-autoscaling protocol=json version=2016-02-06 endpoint=application-autoscaling signing=application-autoscaling settings=application_auto_scaling target=AnyScaleFrontendService json=1.1
        op DeleteScalingPolicy in=0 out=1 error=ValidationException: error=ObjectNotFoundException: error=ConcurrentUpdateException: error=InternalServiceException:
        op DeregisterScalableTarget in=2 out=3 error=ValidationException: error=ObjectNotFoundException: error=ConcurrentUpdateException: error=InternalServiceException:
        op DescribeScalableTargets in=4 out=5 page=NextToken>NextToken limit=MaxResults error=ValidationException: error=InvalidNextTokenException: error=ConcurrentUpdateException: error=InternalServiceException:
        op DescribeScalingPolicies in=6 out=7 page=NextToken>NextToken limit=MaxResults error=ValidationException: error=FailedResourceAccessException: error=InvalidNextTokenException: error=ConcurrentUpdateException: error=InternalServiceException:
        op ListTagsForResource in=8 out=9 error=ResourceNotFoundException:
        op PutScalingPolicy in=10 out=11 error=ValidationException: error=LimitExceededException: error=ObjectNotFoundException: error=ConcurrentUpdateException: error=FailedResourceAccessException: error=InternalServiceException:
        op RegisterScalableTarget in=12 out=13 error=ValidationException: error=LimitExceededException: error=ConcurrentUpdateException: error=InternalServiceException:
        op TagResource in=14 out=15 error=ResourceNotFoundException: error=TooManyTagsException: error=ValidationException:
        op UntagResource in=16 out=17 error=ResourceNotFoundException: error=ValidationException:
        struct PolicyName=s,required ServiceNamespace=s,required ResourceId=s,required ScalableDimension=s,required
        struct
        struct ServiceNamespace=s,required ResourceId=s,required ScalableDimension=s,required
        struct
        struct ServiceNamespace=s,required ResourceIds=18 ScalableDimension=s MaxResults=i NextToken=s
        struct ScalableTargets=19 NextToken=s
        struct PolicyNames=18 ServiceNamespace=s,required ResourceId=s ScalableDimension=s MaxResults=i NextToken=s
        struct ScalingPolicies=20 NextToken=s
        struct ResourceARN=s,required
        struct Tags=21
        struct PolicyName=s,required ServiceNamespace=s,required ResourceId=s,required ScalableDimension=s,required PolicyType=s StepScalingPolicyConfiguration=22 TargetTrackingScalingPolicyConfiguration=23 PredictiveScalingPolicyConfiguration=24
        struct PolicyARN=s,required Alarms=25
        struct ServiceNamespace=s,required ResourceId=s,required ScalableDimension=s,required MinCapacity=i MaxCapacity=i RoleARN=s SuspendedState=26 Tags=21
        struct ScalableTargetARN=s
        struct ResourceARN=s,required Tags=21,required
        struct
        struct ResourceARN=s,required TagKeys=27,required
        struct
        list s
        list 28
        list 29
        map s s
        struct AdjustmentType=s StepAdjustments=30 MinAdjustmentMagnitude=i Cooldown=i MetricAggregationType=s
        struct TargetValue=d,required PredefinedMetricSpecification=31 CustomizedMetricSpecification=32 ScaleOutCooldown=i ScaleInCooldown=i DisableScaleIn=b
        struct MetricSpecifications=33,required Mode=s SchedulingBufferTime=i MaxCapacityBreachBehavior=s MaxCapacityBuffer=i
        list 34
        struct DynamicScalingInSuspended=b DynamicScalingOutSuspended=b ScheduledScalingSuspended=b
        list s
        struct ServiceNamespace=s,required ResourceId=s,required ScalableDimension=s,required MinCapacity=i,required MaxCapacity=i,required PredictedCapacity=i RoleARN=s,required CreationTime=t,required SuspendedState=26 ScalableTargetARN=s
        struct PolicyARN=s,required PolicyName=s,required ServiceNamespace=s,required ResourceId=s,required ScalableDimension=s,required PolicyType=s,required StepScalingPolicyConfiguration=22 TargetTrackingScalingPolicyConfiguration=23 PredictiveScalingPolicyConfiguration=24 Alarms=25 CreationTime=t,required
        list 35
        struct PredefinedMetricType=s,required ResourceLabel=s
        struct MetricName=s Namespace=s Dimensions=36 Statistic=s Unit=s Metrics=37
        list 38
        struct AlarmName=s,required AlarmARN=s,required
        struct MetricIntervalLowerBound=d MetricIntervalUpperBound=d ScalingAdjustment=i,required
        list 39
        list 40
        struct TargetValue=d,required PredefinedMetricPairSpecification=41 PredefinedScalingMetricSpecification=42 PredefinedLoadMetricSpecification=43 CustomizedScalingMetricSpecification=44 CustomizedLoadMetricSpecification=44 CustomizedCapacityMetricSpecification=44
        struct Name=s,required Value=s,required
        struct Expression=s Id=s,required Label=s MetricStat=45 ReturnData=b
        struct PredefinedMetricType=s,required ResourceLabel=s
        struct PredefinedMetricType=s,required ResourceLabel=s
        struct PredefinedMetricType=s,required ResourceLabel=s
        struct MetricDataQueries=46,required
        struct Metric=47,required Stat=s,required Unit=s
        list 48
        struct Dimensions=49 MetricName=s Namespace=s
        struct Id=s,required Expression=s MetricStat=50 Label=s ReturnData=b
        list 51
        struct Metric=52,required Stat=s,required Unit=s
        struct Name=s,required Value=s,required
        struct Dimensions=53 MetricName=s Namespace=s
        list 54
        struct Name=s,required Value=s,required
        """
}
