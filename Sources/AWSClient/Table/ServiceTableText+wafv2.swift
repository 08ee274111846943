// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of wafv2.
    static let wafv2 = """
        service id=wafv2 protocol=json version=2019-07-29 endpoint=wafv2 signing=wafv2 settings=wafv2 target=AWSWAF_20190729 json=1.1
        op AssociateWebACL in=0 out=1 error=WAFInternalErrorException: error=WAFInvalidParameterException: error=WAFNonexistentItemException: error=WAFUnavailableEntityException: error=WAFInvalidOperationException: error=WAFLimitsExceededException: error=WAFFeatureNotIncludedInPricingPlanException:
        op CreateWebACL in=2 out=3 error=WAFInternalErrorException: error=WAFInvalidParameterException: error=WAFDuplicateItemException: error=WAFOptimisticLockException: error=WAFLimitsExceededException: error=WAFInvalidResourceException: error=WAFUnavailableEntityException: error=WAFNonexistentItemException: error=WAFTagOperationException: error=WAFTagOperationInternalErrorException: error=WAFSubscriptionNotFoundException: error=WAFInvalidOperationException: error=WAFConfigurationWarningException: error=WAFExpiredManagedRuleGroupVersionException:
        op DeleteWebACL in=4 out=5 error=WAFInternalErrorException: error=WAFInvalidParameterException: error=WAFNonexistentItemException: error=WAFOptimisticLockException: error=WAFAssociatedItemException: error=WAFTagOperationException: error=WAFTagOperationInternalErrorException: error=WAFInvalidOperationException:
        op DisassociateWebACL in=6 out=7 error=WAFInternalErrorException: error=WAFInvalidParameterException: error=WAFNonexistentItemException: error=WAFInvalidOperationException:
        op GetWebACL in=8 out=9 error=WAFInternalErrorException: error=WAFInvalidParameterException: error=WAFNonexistentItemException: error=WAFInvalidOperationException:
        op GetWebACLForResource in=10 out=11 error=WAFInternalErrorException: error=WAFNonexistentItemException: error=WAFInvalidParameterException: error=WAFUnavailableEntityException: error=WAFInvalidOperationException:
        op ListResourcesForWebACL in=12 out=13 error=WAFInternalErrorException: error=WAFNonexistentItemException: error=WAFInvalidParameterException: error=WAFInvalidOperationException:
        op ListTagsForResource in=14 out=15 page=NextMarker>NextMarker limit=Limit:100 error=WAFInternalErrorException: error=WAFInvalidParameterException: error=WAFNonexistentItemException: error=WAFTagOperationException: error=WAFTagOperationInternalErrorException: error=WAFInvalidOperationException:
        op ListWebACLs in=16 out=17 page=NextMarker>NextMarker limit=Limit:100 error=WAFInternalErrorException: error=WAFInvalidParameterException: error=WAFInvalidOperationException:
        op TagResource in=18 out=19 error=WAFInternalErrorException: error=WAFInvalidParameterException: error=WAFLimitsExceededException: error=WAFNonexistentItemException: error=WAFTagOperationException: error=WAFTagOperationInternalErrorException: error=WAFInvalidOperationException:
        op UntagResource in=20 out=21 error=WAFInternalErrorException: error=WAFInvalidParameterException: error=WAFNonexistentItemException: error=WAFTagOperationException: error=WAFTagOperationInternalErrorException: error=WAFInvalidOperationException:
        op UpdateWebACL in=22 out=23 error=WAFInternalErrorException: error=WAFInvalidParameterException: error=WAFNonexistentItemException: error=WAFDuplicateItemException: error=WAFOptimisticLockException: error=WAFLimitsExceededException: error=WAFInvalidResourceException: error=WAFUnavailableEntityException: error=WAFSubscriptionNotFoundException: error=WAFInvalidOperationException: error=WAFExpiredManagedRuleGroupVersionException: error=WAFConfigurationWarningException: error=WAFFeatureNotIncludedInPricingPlanException:
        struct WebACLArn=s,required ResourceArn=s,required
        struct
        struct Name=s,required Scope=s,required DefaultAction=24,required Description=s Rules=25 VisibilityConfig=26,required DataProtectionConfig=27 Tags=28 CustomResponseBodies=29 CaptchaConfig=30 ChallengeConfig=31 TokenDomains=32 AssociationConfig=33 OnSourceDDoSProtectionConfig=34 ApplicationConfig=35
        struct Summary=36
        struct Name=s,required Scope=s,required Id=s,required LockToken=s,required
        struct
        struct ResourceArn=s,required
        struct
        struct Name=s Scope=s Id=s ARN=s
        struct WebACL=37 LockToken=s ApplicationIntegrationURL=s
        struct ResourceArn=s,required
        struct WebACL=37
        struct WebACLArn=s,required ResourceType=s
        struct ResourceArns=38
        struct NextMarker=s Limit=i ResourceARN=s,required
        struct NextMarker=s TagInfoForResource=39
        struct Scope=s,required NextMarker=s Limit=i
        struct NextMarker=s WebACLs=40
        struct ResourceARN=s,required Tags=28,required
        struct
        struct ResourceARN=s,required TagKeys=41,required
        struct
        struct Name=s,required Scope=s,required Id=s,required DefaultAction=24,required Description=s Rules=25 VisibilityConfig=26,required DataProtectionConfig=27 LockToken=s,required CustomResponseBodies=29 CaptchaConfig=30 ChallengeConfig=31 TokenDomains=32 AssociationConfig=33 OnSourceDDoSProtectionConfig=34 ApplicationConfig=35
        struct NextLockToken=s
        struct Block=42 Allow=43
        list 44
        struct SampledRequestsEnabled=b,required CloudWatchMetricsEnabled=b,required MetricName=s,required
        struct DataProtections=45,required
        list 46
        map s 47
        struct ImmunityTimeProperty=48
        struct ImmunityTimeProperty=48
        list s
        struct RequestBody=49
        struct ALBLowReputationMode=s,required
        struct Attributes=50
        struct Name=s Id=s Description=s LockToken=s ARN=s
        struct Name=s,required Id=s,required ARN=s,required DefaultAction=24,required Description=s Rules=25 VisibilityConfig=26,required DataProtectionConfig=27 Capacity=l PreProcessFirewallManagerRuleGroups=51 PostProcessFirewallManagerRuleGroups=51 ManagedByFirewallManager=b LabelNamespace=s CustomResponseBodies=29 CaptchaConfig=30 ChallengeConfig=31 TokenDomains=32 AssociationConfig=33 RetrofittedByFirewallManager=b OnSourceDDoSProtectionConfig=34 ApplicationConfig=35
        list s
        struct ResourceARN=s TagList=28
        list 36
        list s
        struct CustomResponse=52
        struct CustomRequestHandling=53
        struct Name=s,required Priority=i,required Statement=54,required Action=55 OverrideAction=56 RuleLabels=57 VisibilityConfig=26,required CaptchaConfig=30 ChallengeConfig=31
        list 58
        struct Key=s,required Value=s,required
        struct ContentType=s,required Content=s,required
        struct ImmunityTime=l,required
        map s 59
        list 60
        list 61
        struct ResponseCode=i,required CustomResponseBodyKey=s ResponseHeaders=62
        struct InsertHeaders=62,required
        struct ByteMatchStatement=63 SqliMatchStatement=64 XssMatchStatement=65 SizeConstraintStatement=66 GeoMatchStatement=67 RuleGroupReferenceStatement=68 IPSetReferenceStatement=69 RegexPatternSetReferenceStatement=70 RateBasedStatement=71 AndStatement=72 OrStatement=73 NotStatement=74 ManagedRuleGroupStatement=75 LabelMatchStatement=76 RegexMatchStatement=77 AsnMatchStatement=78
        struct Block=42 Allow=43 Count=79 Captcha=80 Challenge=81
        struct Count=79 None=82
        list 83
        struct Field=84,required Action=s,required ExcludeRuleMatchDetails=b ExcludeRateBasedDetails=b
        struct DefaultSizeInspectionLimit=s,required
        struct Name=s Values=85
        struct Name=s,required Priority=i,required FirewallManagerStatement=86,required OverrideAction=56,required VisibilityConfig=26,required
        list 87
        struct SearchString=B,required FieldToMatch=88,required TextTransformations=89,required PositionalConstraint=s,required
        struct FieldToMatch=88,required TextTransformations=89,required SensitivityLevel=s
        struct FieldToMatch=88,required TextTransformations=89,required
        struct FieldToMatch=88,required ComparisonOperator=s,required Size=l,required TextTransformations=89,required
        struct CountryCodes=90 ForwardedIPConfig=91
        struct ARN=s,required ExcludedRules=92 RuleActionOverrides=93
        struct ARN=s,required IPSetForwardedIPConfig=94
        struct ARN=s,required FieldToMatch=88,required TextTransformations=89,required
        struct Limit=l,required EvaluationWindowSec=l AggregateKeyType=s,required ScopeDownStatement=54 ForwardedIPConfig=91 CustomKeys=95
        struct Statements=96,required
        struct Statements=96,required
        struct Statement=54,required
        struct VendorName=s,required Name=s,required Version=s ExcludedRules=92 ScopeDownStatement=54 ManagedRuleGroupConfigs=97 RuleActionOverrides=93
        struct Scope=s,required Key=s,required
        struct RegexString=s,required FieldToMatch=88,required TextTransformations=89,required
        struct AsnList=98,required ForwardedIPConfig=91
        struct CustomRequestHandling=53
        struct CustomRequestHandling=53
        struct CustomRequestHandling=53
        struct
        struct Name=s,required
        struct FieldType=s,required FieldKeys=99
        list s
        struct ManagedRuleGroupStatement=75 RuleGroupReferenceStatement=68
        struct Name=s,required Value=s,required
        struct SingleHeader=100 SingleQueryArgument=101 AllQueryArguments=102 UriPath=103 QueryString=104 Body=105 Method=106 JsonBody=107 Headers=108 Cookies=109 HeaderOrder=110 JA3Fingerprint=111 JA4Fingerprint=112 UriFragment=113
        list 114
        list s
        struct HeaderName=s,required FallbackBehavior=s,required
        list 115
        list 116
        struct HeaderName=s,required FallbackBehavior=s,required Position=s,required
        list 117
        list 54
        list 118
        list l
        list s
        struct Name=s,required
        struct Name=s,required
        struct
        struct
        struct
        struct OversizeHandling=s
        struct
        struct MatchPattern=119,required MatchScope=s,required InvalidFallbackBehavior=s OversizeHandling=s
        struct MatchPattern=120,required MatchScope=s,required OversizeHandling=s,required
        struct MatchPattern=121,required MatchScope=s,required OversizeHandling=s,required
        struct OversizeHandling=s,required
        struct FallbackBehavior=s,required
        struct FallbackBehavior=s,required
        struct FallbackBehavior=s
        struct Priority=i,required Type=s,required
        struct Name=s,required
        struct Name=s,required ActionToUse=55,required
        struct Header=122 Cookie=123 QueryArgument=124 QueryString=125 HTTPMethod=126 ForwardedIP=127 IP=128 LabelNamespace=129 UriPath=130 JA3Fingerprint=131 JA4Fingerprint=132 ASN=133
        struct LoginPath=s PayloadType=s UsernameField=134 PasswordField=135 AWSManagedRulesBotControlRuleSet=136 AWSManagedRulesATPRuleSet=137 AWSManagedRulesACFPRuleSet=138 AWSManagedRulesAntiDDoSRuleSet=139
        struct All=140 IncludedPaths=141
        struct All=140 IncludedHeaders=142 ExcludedHeaders=142
        struct All=140 IncludedCookies=143 ExcludedCookies=143
        struct Name=s,required TextTransformations=89,required
        struct Name=s,required TextTransformations=89,required
        struct Name=s,required TextTransformations=89,required
        struct TextTransformations=89,required
        struct
        struct
        struct
        struct Namespace=s,required
        struct TextTransformations=89,required
        struct FallbackBehavior=s,required
        struct FallbackBehavior=s,required
        struct
        struct Identifier=s,required
        struct Identifier=s,required
        struct InspectionLevel=s,required EnableMachineLearning=b
        struct LoginPath=s,required RequestInspection=144 ResponseInspection=145 EnableRegexInPath=b
        struct CreationPath=s,required RegistrationPagePath=s,required RequestInspection=146,required ResponseInspection=145 EnableRegexInPath=b
        struct ClientSideActionConfig=147,required SensitivityToBlock=s
        struct
        list s
        list s
        list s
        struct PayloadType=s,required UsernameField=134,required PasswordField=135,required
        struct StatusCode=148 Header=149 BodyContains=150 Json=151
        struct PayloadType=s,required UsernameField=134 PasswordField=135 EmailField=152 PhoneNumberFields=153 AddressFields=154
        struct Challenge=155,required
        struct SuccessCodes=156,required FailureCodes=157,required
        struct Name=s,required SuccessValues=158,required FailureValues=159,required
        struct SuccessStrings=160,required FailureStrings=161,required
        struct Identifier=s,required SuccessValues=162,required FailureValues=163,required
        struct Identifier=s,required
        list 164
        list 165
        struct UsageOfAction=s,required Sensitivity=s ExemptUriRegularExpressions=166
        list i
        list i
        list s
        list s
        list s
        list s
        list s
        list s
        struct Identifier=s,required
        struct Identifier=s,required
        list 167
        struct RegexString=s
        """
}
