// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of elbv2.
    static let elbv2 = """
        service id=elbv2 protocol=query version=2015-12-01 endpoint=elasticloadbalancing signing=elasticloadbalancing settings=elastic_load_balancing_v2
        op AddListenerCertificates in=0 out=1 wrap=AddListenerCertificatesResult error=ListenerNotFound:400 error=TooManyCertificates:400 error=CertificateNotFound:400
        op AddTags in=2 out=3 wrap=AddTagsResult error=DuplicateTagKeys:400 error=TooManyTags:400 error=LoadBalancerNotFound:400 error=TargetGroupNotFound:400 error=ListenerNotFound:400 error=RuleNotFound:400 error=TrustStoreNotFound:400
        op CreateListener in=4 out=5 wrap=CreateListenerResult error=DuplicateListener:400 error=TooManyListeners:400 error=TooManyCertificates:400 error=LoadBalancerNotFound:400 error=TargetGroupNotFound:400 error=TargetGroupAssociationLimit:400 error=InvalidConfigurationRequest:400 error=IncompatibleProtocols:400 error=SSLPolicyNotFound:400 error=CertificateNotFound:400 error=UnsupportedProtocol:400 error=TooManyRegistrationsForTargetId:400 error=TooManyTargets:400 error=TooManyActions:400 error=InvalidLoadBalancerAction:400 error=TooManyUniqueTargetGroupsPerLoadBalancer:400 error=ALPNPolicyNotFound:400 error=TooManyTags:400 error=TrustStoreNotFound:400 error=TrustStoreNotReady:400
        op CreateLoadBalancer in=6 out=7 wrap=CreateLoadBalancerResult error=DuplicateLoadBalancerName:400 error=TooManyLoadBalancers:400 error=InvalidConfigurationRequest:400 error=SubnetNotFound:400 error=InvalidSubnet:400 error=InvalidSecurityGroup:400 error=InvalidScheme:400 error=TooManyTags:400 error=DuplicateTagKeys:400 error=ResourceInUse:400 error=AllocationIdNotFound:400 error=AvailabilityZoneNotSupported:400 error=OperationNotPermitted:400
        op CreateRule in=8 out=9 wrap=CreateRuleResult error=PriorityInUse:400 error=TooManyTargetGroups:400 error=TooManyRules:400 error=TargetGroupAssociationLimit:400 error=IncompatibleProtocols:400 error=ListenerNotFound:400 error=TargetGroupNotFound:400 error=InvalidConfigurationRequest:400 error=TooManyRegistrationsForTargetId:400 error=TooManyTargets:400 error=UnsupportedProtocol:400 error=TooManyActions:400 error=InvalidLoadBalancerAction:400 error=TooManyUniqueTargetGroupsPerLoadBalancer:400 error=TooManyTags:400
        op CreateTargetGroup in=10 out=11 wrap=CreateTargetGroupResult error=DuplicateTargetGroupName:400 error=TooManyTargetGroups:400 error=InvalidConfigurationRequest:400 error=TooManyTags:400
        op DeleteListener in=12 out=13 wrap=DeleteListenerResult error=ListenerNotFound:400 error=ResourceInUse:400
        op DeleteLoadBalancer in=14 out=15 wrap=DeleteLoadBalancerResult error=LoadBalancerNotFound:400 error=OperationNotPermitted:400 error=ResourceInUse:400
        op DeleteRule in=16 out=17 wrap=DeleteRuleResult error=RuleNotFound:400 error=OperationNotPermitted:400
        op DeleteTargetGroup in=18 out=19 wrap=DeleteTargetGroupResult error=ResourceInUse:400
        op DeregisterTargets in=20 out=21 wrap=DeregisterTargetsResult error=TargetGroupNotFound:400 error=InvalidTarget:400
        op DescribeListenerAttributes in=22 out=23 wrap=DescribeListenerAttributesResult error=ListenerNotFound:400
        op DescribeListenerCertificates in=24 out=25 wrap=DescribeListenerCertificatesResult page=Marker>NextMarker limit=PageSize:400 error=ListenerNotFound:400
        op DescribeListeners in=26 out=27 wrap=DescribeListenersResult page=Marker>NextMarker limit=PageSize:400 error=ListenerNotFound:400 error=LoadBalancerNotFound:400 error=UnsupportedProtocol:400
        op DescribeLoadBalancerAttributes in=28 out=29 wrap=DescribeLoadBalancerAttributesResult error=LoadBalancerNotFound:400
        op DescribeLoadBalancers in=30 out=31 wrap=DescribeLoadBalancersResult page=Marker>NextMarker limit=PageSize:400 error=LoadBalancerNotFound:400
        op DescribeRules in=32 out=33 wrap=DescribeRulesResult page=Marker>NextMarker limit=PageSize:400 error=ListenerNotFound:400 error=RuleNotFound:400 error=UnsupportedProtocol:400
        op DescribeTags in=34 out=35 wrap=DescribeTagsResult error=LoadBalancerNotFound:400 error=TargetGroupNotFound:400 error=ListenerNotFound:400 error=RuleNotFound:400 error=TrustStoreNotFound:400
        op DescribeTargetGroupAttributes in=36 out=37 wrap=DescribeTargetGroupAttributesResult error=TargetGroupNotFound:400
        op DescribeTargetGroups in=38 out=39 wrap=DescribeTargetGroupsResult page=Marker>NextMarker limit=PageSize:400 error=LoadBalancerNotFound:400 error=TargetGroupNotFound:400
        op DescribeTargetHealth in=40 out=41 wrap=DescribeTargetHealthResult error=InvalidTarget:400 error=TargetGroupNotFound:400 error=HealthUnavailable:500
        op ModifyListener in=42 out=43 wrap=ModifyListenerResult error=DuplicateListener:400 error=TooManyListeners:400 error=TooManyCertificates:400 error=ListenerNotFound:400 error=TargetGroupNotFound:400 error=TargetGroupAssociationLimit:400 error=IncompatibleProtocols:400 error=SSLPolicyNotFound:400 error=CertificateNotFound:400 error=InvalidConfigurationRequest:400 error=UnsupportedProtocol:400 error=TooManyRegistrationsForTargetId:400 error=TooManyTargets:400 error=TooManyActions:400 error=InvalidLoadBalancerAction:400 error=TooManyUniqueTargetGroupsPerLoadBalancer:400 error=ALPNPolicyNotFound:400 error=TrustStoreNotFound:400 error=TrustStoreNotReady:400
        op ModifyListenerAttributes in=44 out=45 wrap=ModifyListenerAttributesResult error=ListenerNotFound:400 error=InvalidConfigurationRequest:400
        op ModifyLoadBalancerAttributes in=46 out=47 wrap=ModifyLoadBalancerAttributesResult error=LoadBalancerNotFound:400 error=InvalidConfigurationRequest:400
        op ModifyRule in=48 out=49 wrap=ModifyRuleResult error=TargetGroupAssociationLimit:400 error=IncompatibleProtocols:400 error=RuleNotFound:400 error=OperationNotPermitted:400 error=TooManyRegistrationsForTargetId:400 error=TooManyTargets:400 error=TargetGroupNotFound:400 error=UnsupportedProtocol:400 error=TooManyActions:400 error=InvalidLoadBalancerAction:400 error=TooManyUniqueTargetGroupsPerLoadBalancer:400
        op ModifyTargetGroup in=50 out=51 wrap=ModifyTargetGroupResult error=TargetGroupNotFound:400 error=InvalidConfigurationRequest:400
        op ModifyTargetGroupAttributes in=52 out=53 wrap=ModifyTargetGroupAttributesResult error=TargetGroupNotFound:400 error=InvalidConfigurationRequest:400
        op RegisterTargets in=54 out=55 wrap=RegisterTargetsResult error=TargetGroupNotFound:400 error=TooManyTargets:400 error=InvalidTarget:400 error=TooManyRegistrationsForTargetId:400
        op RemoveListenerCertificates in=56 out=57 wrap=RemoveListenerCertificatesResult error=ListenerNotFound:400 error=OperationNotPermitted:400
        op RemoveTags in=58 out=59 wrap=RemoveTagsResult error=LoadBalancerNotFound:400 error=TargetGroupNotFound:400 error=ListenerNotFound:400 error=RuleNotFound:400 error=TooManyTags:400 error=TrustStoreNotFound:400
        op SetIpAddressType in=60 out=61 wrap=SetIpAddressTypeResult error=LoadBalancerNotFound:400 error=InvalidConfigurationRequest:400 error=InvalidSubnet:400
        op SetRulePriorities in=62 out=63 wrap=SetRulePrioritiesResult error=RuleNotFound:400 error=PriorityInUse:400 error=OperationNotPermitted:400
        op SetSecurityGroups in=64 out=65 wrap=SetSecurityGroupsResult error=LoadBalancerNotFound:400 error=InvalidConfigurationRequest:400 error=InvalidSecurityGroup:400
        op SetSubnets in=66 out=67 wrap=SetSubnetsResult error=LoadBalancerNotFound:400 error=InvalidConfigurationRequest:400 error=SubnetNotFound:400 error=InvalidSubnet:400 error=AllocationIdNotFound:400 error=AvailabilityZoneNotSupported:400 error=CapacityReservationPending:400
        struct ListenerArn=s,required Certificates=68,required
        struct Certificates=68
        struct ResourceArns=69,required Tags=70,required
        struct
        struct LoadBalancerArn=s,required Protocol=s Port=i SslPolicy=s Certificates=68 DefaultActions=71,required AlpnPolicy=72 Tags=70 MutualAuthentication=73
        struct Listeners=74
        struct Name=s,required Subnets=75 SubnetMappings=76 SecurityGroups=77 Scheme=s Tags=70 Type=s IpAddressType=s CustomerOwnedIpv4Pool=s EnablePrefixForIpv6SourceNat=s IpamPools=78
        struct LoadBalancers=79
        struct ListenerArn=s,required Conditions=80,required Priority=i,required Actions=71,required Tags=70 Transforms=81
        struct Rules=82
        struct Name=s,required Protocol=s ProtocolVersion=s Port=i VpcId=s HealthCheckProtocol=s HealthCheckPort=s HealthCheckEnabled=b HealthCheckPath=s HealthCheckIntervalSeconds=i HealthCheckTimeoutSeconds=i HealthyThresholdCount=i UnhealthyThresholdCount=i Matcher=83 TargetType=s Tags=70 IpAddressType=s TargetControlPort=i
        struct TargetGroups=84
        struct ListenerArn=s,required
        struct
        struct LoadBalancerArn=s,required
        struct
        struct RuleArn=s,required
        struct
        struct TargetGroupArn=s,required
        struct
        struct TargetGroupArn=s,required Targets=85,required
        struct
        struct ListenerArn=s,required
        struct Attributes=86
        struct ListenerArn=s,required Marker=s PageSize=i
        struct Certificates=68 NextMarker=s
        struct LoadBalancerArn=s ListenerArns=87 Marker=s PageSize=i
        struct Listeners=74 NextMarker=s
        struct LoadBalancerArn=s,required
        struct Attributes=88
        struct LoadBalancerArns=89 Names=90 Marker=s PageSize=i
        struct LoadBalancers=79 NextMarker=s
        struct ListenerArn=s RuleArns=91 Marker=s PageSize=i
        struct Rules=82 NextMarker=s
        struct ResourceArns=69,required
        struct TagDescriptions=92
        struct TargetGroupArn=s,required
        struct Attributes=93
        struct LoadBalancerArn=s TargetGroupArns=94 Names=95 Marker=s PageSize=i
        struct TargetGroups=84 NextMarker=s
        struct TargetGroupArn=s,required Targets=85 Include=96
        struct TargetHealthDescriptions=97
        struct ListenerArn=s,required Port=i Protocol=s SslPolicy=s Certificates=68 DefaultActions=71 AlpnPolicy=72 MutualAuthentication=73
        struct Listeners=74
        struct ListenerArn=s,required Attributes=86,required
        struct Attributes=86
        struct LoadBalancerArn=s,required Attributes=88,required
        struct Attributes=88
        struct RuleArn=s,required Conditions=80 Actions=71 Transforms=81 ResetTransforms=b
        struct Rules=82
        struct TargetGroupArn=s,required HealthCheckProtocol=s HealthCheckPort=s HealthCheckPath=s HealthCheckEnabled=b HealthCheckIntervalSeconds=i HealthCheckTimeoutSeconds=i HealthyThresholdCount=i UnhealthyThresholdCount=i Matcher=83
        struct TargetGroups=84
        struct TargetGroupArn=s,required Attributes=93,required
        struct Attributes=93
        struct TargetGroupArn=s,required Targets=85,required
        struct
        struct ListenerArn=s,required Certificates=68,required
        struct
        struct ResourceArns=69,required TagKeys=98,required
        struct
        struct LoadBalancerArn=s,required IpAddressType=s,required
        struct IpAddressType=s
        struct RulePriorities=99,required
        struct Rules=82
        struct LoadBalancerArn=s,required SecurityGroups=77,required EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic=s
        struct SecurityGroupIds=77 EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic=s
        struct LoadBalancerArn=s,required Subnets=75 SubnetMappings=76 IpAddressType=s EnablePrefixForIpv6SourceNat=s
        struct AvailabilityZones=100 IpAddressType=s EnablePrefixForIpv6SourceNat=s
        list 101
        list s
        list 102
        list 103
        list s
        struct Mode=s TrustStoreArn=s IgnoreClientCertificateExpiry=b TrustStoreAssociationStatus=s AdvertiseTrustStoreCaNames=s
        list 104
        list s
        list 105
        list s
        struct Ipv4IpamPoolId=s
        list 106
        list 107
        list 108
        list 109
        struct HttpCode=s GrpcCode=s
        list 110
        list 111
        list 112
        list s
        list 113
        list s
        list s
        list s
        list 114
        list 115
        list s
        list s
        list s
        list 116
        list s
        list 117
        list 118
        struct CertificateArn=s IsDefault=b
        struct Key=s,required Value=s
        struct Type=s,required TargetGroupArn=s AuthenticateOidcConfig=119 AuthenticateCognitoConfig=120 Order=i RedirectConfig=121 FixedResponseConfig=122 ForwardConfig=123 JwtValidationConfig=124
        struct ListenerArn=s LoadBalancerArn=s Port=i Protocol=s Certificates=68 SslPolicy=s DefaultActions=71 AlpnPolicy=72 MutualAuthentication=73
        struct SubnetId=s AllocationId=s PrivateIPv4Address=s IPv6Address=s SourceNatIpv6Prefix=s
        struct LoadBalancerArn=s DNSName=s CanonicalHostedZoneId=s CreatedTime=t LoadBalancerName=s Scheme=s VpcId=s State=125 Type=s AvailabilityZones=100 SecurityGroups=77 IpAddressType=s CustomerOwnedIpv4Pool=s EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic=s EnablePrefixForIpv6SourceNat=s IpamPools=78
        struct Field=s Values=126 HostHeaderConfig=127 PathPatternConfig=128 HttpHeaderConfig=129 QueryStringConfig=130 HttpRequestMethodConfig=131 SourceIpConfig=132 RegexValues=126
        struct Type=s,required HostHeaderRewriteConfig=133 UrlRewriteConfig=134
        struct RuleArn=s Priority=s Conditions=80 Actions=71 IsDefault=b Transforms=81
        struct TargetGroupArn=s TargetGroupName=s Protocol=s Port=i VpcId=s HealthCheckProtocol=s HealthCheckPort=s HealthCheckEnabled=b HealthCheckIntervalSeconds=i HealthCheckTimeoutSeconds=i HealthyThresholdCount=i UnhealthyThresholdCount=i HealthCheckPath=s Matcher=83 LoadBalancerArns=89 TargetType=s ProtocolVersion=s IpAddressType=s TargetControlPort=i
        struct Id=s,required Port=i AvailabilityZone=s QuicServerId=s
        struct Key=s Value=s
        struct Key=s Value=s
        struct ResourceArn=s Tags=70
        struct Key=s Value=s
        struct Target=111 HealthCheckPort=s TargetHealth=135 AnomalyDetection=136 AdministrativeOverride=137
        struct RuleArn=s Priority=i
        struct ZoneName=s SubnetId=s OutpostId=s LoadBalancerAddresses=138 SourceNatIpv6Prefixes=139
        struct Issuer=s,required AuthorizationEndpoint=s,required TokenEndpoint=s,required UserInfoEndpoint=s,required ClientId=s,required ClientSecret=s SessionCookieName=s Scope=s SessionTimeout=l AuthenticationRequestExtraParams=140 OnUnauthenticatedRequest=s UseExistingClientSecret=b
        struct UserPoolArn=s,required UserPoolClientId=s,required UserPoolDomain=s,required SessionCookieName=s Scope=s SessionTimeout=l AuthenticationRequestExtraParams=141 OnUnauthenticatedRequest=s
        struct Protocol=s Port=s Host=s Path=s Query=s StatusCode=s,required
        struct MessageBody=s StatusCode=s,required ContentType=s
        struct TargetGroups=142 TargetGroupStickinessConfig=143
        struct JwksEndpoint=s,required Issuer=s,required AdditionalClaims=144
        struct Code=s Reason=s
        list s
        struct Values=126 RegexValues=126
        struct Values=126 RegexValues=126
        struct HttpHeaderName=s Values=126 RegexValues=126
        struct Values=145
        struct Values=126
        struct Values=126
        struct Rewrites=146
        struct Rewrites=146
        struct State=s Reason=s Description=s
        struct Result=s MitigationInEffect=s
        struct State=s Reason=s Description=s
        list 147
        list s
        map s s
        map s s
        list 148
        struct Enabled=b DurationSeconds=i
        list 149
        list 150
        list 151
        struct IpAddress=s AllocationId=s PrivateIPv4Address=s IPv6Address=s
        struct TargetGroupArn=s Weight=i
        struct Format=s,required Name=s,required Values=152,required
        struct Key=s Value=s
        struct Regex=s,required Replace=s,required
        list s
        """
}
