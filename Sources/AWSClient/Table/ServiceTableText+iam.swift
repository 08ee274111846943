// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of iam.
    static let iam = """
        service id=iam protocol=query version=2010-05-08 endpoint=iam signing=iam settings=iam
        op AddRoleToInstanceProfile in=0 error=NoSuchEntity:404 error=EntityAlreadyExists:409 error=LimitExceeded:409 error=UnmodifiableEntity:400 error=ServiceFailure:500
        op AddUserToGroup in=1 error=NoSuchEntity:404 error=LimitExceeded:409 error=ServiceFailure:500
        op AttachGroupPolicy in=2 error=NoSuchEntity:404 error=LimitExceeded:409 error=InvalidInput:400 error=PolicyNotAttachable:400 error=ServiceFailure:500
        op AttachRolePolicy in=3 error=NoSuchEntity:404 error=LimitExceeded:409 error=InvalidInput:400 error=UnmodifiableEntity:400 error=PolicyNotAttachable:400 error=ServiceFailure:500
        op CreateGroup in=4 out=5 wrap=CreateGroupResult error=LimitExceeded:409 error=EntityAlreadyExists:409 error=NoSuchEntity:404 error=ServiceFailure:500
        op CreateInstanceProfile in=6 out=7 wrap=CreateInstanceProfileResult error=EntityAlreadyExists:409 error=InvalidInput:400 error=LimitExceeded:409 error=ConcurrentModification:409 error=ServiceFailure:500
        op CreatePolicy in=8 out=9 wrap=CreatePolicyResult error=InvalidInput:400 error=LimitExceeded:409 error=EntityAlreadyExists:409 error=MalformedPolicyDocument:400 error=ConcurrentModification:409 error=ServiceFailure:500
        op CreatePolicyVersion in=10 out=11 wrap=CreatePolicyVersionResult error=NoSuchEntity:404 error=MalformedPolicyDocument:400 error=InvalidInput:400 error=LimitExceeded:409 error=ServiceFailure:500
        op CreateRole in=12 out=13 wrap=CreateRoleResult error=LimitExceeded:409 error=InvalidInput:400 error=EntityAlreadyExists:409 error=MalformedPolicyDocument:400 error=ConcurrentModification:409 error=ServiceFailure:500
        op CreateServiceLinkedRole in=14 out=15 wrap=CreateServiceLinkedRoleResult error=InvalidInput:400 error=LimitExceeded:409 error=NoSuchEntity:404 error=ServiceFailure:500
        op DeleteGroup in=16 error=NoSuchEntity:404 error=DeleteConflict:409 error=LimitExceeded:409 error=ServiceFailure:500
        op DeleteGroupPolicy in=17 error=NoSuchEntity:404 error=LimitExceeded:409 error=ServiceFailure:500
        op DeleteInstanceProfile in=18 error=NoSuchEntity:404 error=DeleteConflict:409 error=LimitExceeded:409 error=ServiceFailure:500
        op DeletePolicy in=19 error=NoSuchEntity:404 error=LimitExceeded:409 error=InvalidInput:400 error=DeleteConflict:409 error=ServiceFailure:500
        op DeletePolicyVersion in=20 error=NoSuchEntity:404 error=LimitExceeded:409 error=InvalidInput:400 error=DeleteConflict:409 error=ServiceFailure:500
        op DeleteRole in=21 error=NoSuchEntity:404 error=DeleteConflict:409 error=LimitExceeded:409 error=UnmodifiableEntity:400 error=ConcurrentModification:409 error=ServiceFailure:500
        op DeleteRolePermissionsBoundary in=22 error=NoSuchEntity:404 error=UnmodifiableEntity:400 error=ServiceFailure:500
        op DeleteRolePolicy in=23 error=NoSuchEntity:404 error=LimitExceeded:409 error=UnmodifiableEntity:400 error=ServiceFailure:500
        op DetachGroupPolicy in=24 error=NoSuchEntity:404 error=LimitExceeded:409 error=InvalidInput:400 error=ServiceFailure:500
        op DetachRolePolicy in=25 error=NoSuchEntity:404 error=LimitExceeded:409 error=InvalidInput:400 error=UnmodifiableEntity:400 error=ServiceFailure:500
        op GetAccountAuthorizationDetails in=26 out=27 wrap=GetAccountAuthorizationDetailsResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=ServiceFailure:500
        op GetGroup in=28 out=29 wrap=GetGroupResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=NoSuchEntity:404 error=ServiceFailure:500
        op GetGroupPolicy in=30 out=31 wrap=GetGroupPolicyResult error=NoSuchEntity:404 error=ServiceFailure:500
        op GetInstanceProfile in=32 out=33 wrap=GetInstanceProfileResult error=NoSuchEntity:404 error=ServiceFailure:500
        op GetPolicy in=34 out=35 wrap=GetPolicyResult error=NoSuchEntity:404 error=InvalidInput:400 error=ServiceFailure:500
        op GetPolicyVersion in=36 out=37 wrap=GetPolicyVersionResult error=NoSuchEntity:404 error=InvalidInput:400 error=ServiceFailure:500
        op GetRole in=38 out=39 wrap=GetRoleResult error=NoSuchEntity:404 error=ServiceFailure:500
        op GetRolePolicy in=40 out=41 wrap=GetRolePolicyResult error=NoSuchEntity:404 error=ServiceFailure:500
        op ListAttachedGroupPolicies in=42 out=43 wrap=ListAttachedGroupPoliciesResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=NoSuchEntity:404 error=InvalidInput:400 error=ServiceFailure:500
        op ListAttachedRolePolicies in=44 out=45 wrap=ListAttachedRolePoliciesResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=NoSuchEntity:404 error=InvalidInput:400 error=ServiceFailure:500
        op ListEntitiesForPolicy in=46 out=47 wrap=ListEntitiesForPolicyResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=NoSuchEntity:404 error=InvalidInput:400 error=ServiceFailure:500
        op ListGroupPolicies in=48 out=49 wrap=ListGroupPoliciesResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=NoSuchEntity:404 error=ServiceFailure:500
        op ListGroups in=50 out=51 wrap=ListGroupsResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=ServiceFailure:500
        op ListInstanceProfileTags in=52 out=53 wrap=ListInstanceProfileTagsResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=NoSuchEntity:404 error=ServiceFailure:500
        op ListInstanceProfiles in=54 out=55 wrap=ListInstanceProfilesResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=ServiceFailure:500
        op ListInstanceProfilesForRole in=56 out=57 wrap=ListInstanceProfilesForRoleResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=NoSuchEntity:404 error=ServiceFailure:500
        op ListPolicies in=58 out=59 wrap=ListPoliciesResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=ServiceFailure:500
        op ListPolicyTags in=60 out=61 wrap=ListPolicyTagsResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=NoSuchEntity:404 error=ServiceFailure:500 error=InvalidInput:400
        op ListPolicyVersions in=62 out=63 wrap=ListPolicyVersionsResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=NoSuchEntity:404 error=InvalidInput:400 error=ServiceFailure:500
        op ListRolePolicies in=64 out=65 wrap=ListRolePoliciesResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=NoSuchEntity:404 error=ServiceFailure:500
        op ListRoleTags in=66 out=67 wrap=ListRoleTagsResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=NoSuchEntity:404 error=ServiceFailure:500
        op ListRoles in=68 out=69 wrap=ListRolesResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=ServiceFailure:500
        op PutGroupPolicy in=70 error=LimitExceeded:409 error=MalformedPolicyDocument:400 error=NoSuchEntity:404 error=ServiceFailure:500
        op PutRolePermissionsBoundary in=71 error=NoSuchEntity:404 error=InvalidInput:400 error=UnmodifiableEntity:400 error=PolicyNotAttachable:400 error=ServiceFailure:500
        op PutRolePolicy in=72 error=LimitExceeded:409 error=MalformedPolicyDocument:400 error=NoSuchEntity:404 error=UnmodifiableEntity:400 error=ServiceFailure:500
        op RemoveRoleFromInstanceProfile in=73 error=NoSuchEntity:404 error=LimitExceeded:409 error=UnmodifiableEntity:400 error=ServiceFailure:500
        op RemoveUserFromGroup in=74 error=NoSuchEntity:404 error=LimitExceeded:409 error=ServiceFailure:500
        op SimulatePrincipalPolicy in=75 out=76 wrap=SimulatePrincipalPolicyResult page=Marker>Marker more=IsTruncated limit=MaxItems:1000 error=NoSuchEntity:404 error=InvalidInput:400 error=PolicyEvaluation:500
        op TagInstanceProfile in=77 error=NoSuchEntity:404 error=InvalidInput:400 error=LimitExceeded:409 error=ConcurrentModification:409 error=ServiceFailure:500
        op TagPolicy in=78 error=NoSuchEntity:404 error=LimitExceeded:409 error=InvalidInput:400 error=ConcurrentModification:409 error=ServiceFailure:500
        op TagRole in=79 error=NoSuchEntity:404 error=LimitExceeded:409 error=InvalidInput:400 error=ConcurrentModification:409 error=ServiceFailure:500
        op UntagInstanceProfile in=80 error=NoSuchEntity:404 error=InvalidInput:400 error=ConcurrentModification:409 error=ServiceFailure:500
        op UntagPolicy in=81 error=NoSuchEntity:404 error=InvalidInput:400 error=ConcurrentModification:409 error=ServiceFailure:500
        op UntagRole in=82 error=NoSuchEntity:404 error=ConcurrentModification:409 error=ServiceFailure:500
        op UpdateAssumeRolePolicy in=83 error=NoSuchEntity:404 error=MalformedPolicyDocument:400 error=LimitExceeded:409 error=UnmodifiableEntity:400 error=ServiceFailure:500
        op UpdateGroup in=84 error=NoSuchEntity:404 error=EntityAlreadyExists:409 error=LimitExceeded:409 error=ServiceFailure:500
        op UpdateRole in=85 out=86 wrap=UpdateRoleResult error=UnmodifiableEntity:400 error=NoSuchEntity:404 error=ServiceFailure:500
        struct InstanceProfileName=s,required RoleName=s,required
        struct GroupName=s,required UserName=s,required
        struct GroupName=s,required PolicyArn=s,required
        struct RoleName=s,required PolicyArn=s,required
        struct Path=s GroupName=s,required
        struct Group=87,required
        struct InstanceProfileName=s,required Path=s Tags=88
        struct InstanceProfile=89,required
        struct PolicyName=s,required Path=s PolicyDocument=s,required Description=s Tags=88
        struct Policy=90
        struct PolicyArn=s,required PolicyDocument=s,required SetAsDefault=b
        struct PolicyVersion=91
        struct Path=s RoleName=s,required AssumeRolePolicyDocument=s,required Description=s MaxSessionDuration=i PermissionsBoundary=s Tags=88
        struct Role=92,required
        struct AWSServiceName=s,required Description=s CustomSuffix=s
        struct Role=92
        struct GroupName=s,required
        struct GroupName=s,required PolicyName=s,required
        struct InstanceProfileName=s,required
        struct PolicyArn=s,required
        struct PolicyArn=s,required VersionId=s,required
        struct RoleName=s,required
        struct RoleName=s,required
        struct RoleName=s,required PolicyName=s,required
        struct GroupName=s,required PolicyArn=s,required
        struct RoleName=s,required PolicyArn=s,required
        struct Filter=93 MaxItems=i Marker=s
        struct UserDetailList=94 GroupDetailList=95 RoleDetailList=96 Policies=97 IsTruncated=b Marker=s
        struct GroupName=s,required Marker=s MaxItems=i
        struct Group=87,required Users=98,required IsTruncated=b Marker=s
        struct GroupName=s,required PolicyName=s,required
        struct GroupName=s,required PolicyName=s,required PolicyDocument=s,required
        struct InstanceProfileName=s,required
        struct InstanceProfile=89,required
        struct PolicyArn=s,required
        struct Policy=90
        struct PolicyArn=s,required VersionId=s,required
        struct PolicyVersion=91
        struct RoleName=s,required
        struct Role=92,required
        struct RoleName=s,required PolicyName=s,required
        struct RoleName=s,required PolicyName=s,required PolicyDocument=s,required
        struct GroupName=s,required PathPrefix=s Marker=s MaxItems=i
        struct AttachedPolicies=99 IsTruncated=b Marker=s
        struct RoleName=s,required PathPrefix=s Marker=s MaxItems=i
        struct AttachedPolicies=99 IsTruncated=b Marker=s
        struct PolicyArn=s,required EntityFilter=s PathPrefix=s PolicyUsageFilter=s Marker=s MaxItems=i
        struct PolicyGroups=100 PolicyUsers=101 PolicyRoles=102 IsTruncated=b Marker=s
        struct GroupName=s,required Marker=s MaxItems=i
        struct PolicyNames=103,required IsTruncated=b Marker=s
        struct PathPrefix=s Marker=s MaxItems=i
        struct Groups=104,required IsTruncated=b Marker=s
        struct InstanceProfileName=s,required Marker=s MaxItems=i
        struct Tags=88,required IsTruncated=b Marker=s
        struct PathPrefix=s Marker=s MaxItems=i
        struct InstanceProfiles=105,required IsTruncated=b Marker=s
        struct RoleName=s,required Marker=s MaxItems=i
        struct InstanceProfiles=105,required IsTruncated=b Marker=s
        struct Scope=s OnlyAttached=b PathPrefix=s PolicyUsageFilter=s Marker=s MaxItems=i
        struct Policies=106 IsTruncated=b Marker=s
        struct PolicyArn=s,required Marker=s MaxItems=i
        struct Tags=88,required IsTruncated=b Marker=s
        struct PolicyArn=s,required Marker=s MaxItems=i
        struct Versions=107 IsTruncated=b Marker=s
        struct RoleName=s,required Marker=s MaxItems=i
        struct PolicyNames=103,required IsTruncated=b Marker=s
        struct RoleName=s,required Marker=s MaxItems=i
        struct Tags=88,required IsTruncated=b Marker=s
        struct PathPrefix=s Marker=s MaxItems=i
        struct Roles=108,required IsTruncated=b Marker=s
        struct GroupName=s,required PolicyName=s,required PolicyDocument=s,required
        struct RoleName=s,required PermissionsBoundary=s,required
        struct RoleName=s,required PolicyName=s,required PolicyDocument=s,required
        struct InstanceProfileName=s,required RoleName=s,required
        struct GroupName=s,required UserName=s,required
        struct PolicySourceArn=s,required PolicyInputList=109 PermissionsBoundaryPolicyInputList=109 ActionNames=110,required ResourceArns=111 ResourcePolicy=s ResourceOwner=s CallerArn=s ContextEntries=112 ResourceHandlingOption=s MaxItems=i Marker=s
        struct EvaluationResults=113 IsTruncated=b Marker=s
        struct InstanceProfileName=s,required Tags=88,required
        struct PolicyArn=s,required Tags=88,required
        struct RoleName=s,required Tags=88,required
        struct InstanceProfileName=s,required TagKeys=114,required
        struct PolicyArn=s,required TagKeys=114,required
        struct RoleName=s,required TagKeys=114,required
        struct RoleName=s,required PolicyDocument=s,required
        struct GroupName=s,required NewPath=s NewGroupName=s
        struct RoleName=s,required Description=s MaxSessionDuration=i
        struct
        struct Path=s,required GroupName=s,required GroupId=s,required Arn=s,required CreateDate=t,required
        list 115
        struct Path=s,required InstanceProfileName=s,required InstanceProfileId=s,required Arn=s,required CreateDate=t,required Roles=108,required Tags=88
        struct PolicyName=s PolicyId=s Arn=s Path=s DefaultVersionId=s AttachmentCount=i PermissionsBoundaryUsageCount=i IsAttachable=b Description=s CreateDate=t UpdateDate=t Tags=88
        struct Document=s VersionId=s IsDefaultVersion=b CreateDate=t
        struct Path=s,required RoleName=s,required RoleId=s,required Arn=s,required CreateDate=t,required AssumeRolePolicyDocument=s Description=s MaxSessionDuration=i PermissionsBoundary=116 Tags=88 RoleLastUsed=117
        list s
        list 118
        list 119
        list 120
        list 121
        list 122
        list 123
        list 124
        list 125
        list 126
        list s
        list 87
        list 89
        list 90
        list 91
        list 92
        list s
        list s
        list s
        list 127
        list 128
        list s
        struct Key=s,required Value=s,required
        struct PermissionsBoundaryType=s PermissionsBoundaryArn=s
        struct LastUsedDate=t Region=s
        struct Path=s UserName=s UserId=s Arn=s CreateDate=t UserPolicyList=129 GroupList=130 AttachedManagedPolicies=99 PermissionsBoundary=116 Tags=88
        struct Path=s GroupName=s GroupId=s Arn=s CreateDate=t GroupPolicyList=129 AttachedManagedPolicies=99
        struct Path=s RoleName=s RoleId=s Arn=s CreateDate=t AssumeRolePolicyDocument=s InstanceProfileList=105 RolePolicyList=129 AttachedManagedPolicies=99 PermissionsBoundary=116 Tags=88 RoleLastUsed=117
        struct PolicyName=s PolicyId=s Arn=s Path=s DefaultVersionId=s AttachmentCount=i PermissionsBoundaryUsageCount=i IsAttachable=b Description=s CreateDate=t UpdateDate=t PolicyVersionList=107
        struct Path=s,required UserName=s,required UserId=s,required Arn=s,required CreateDate=t,required PasswordLastUsed=t PermissionsBoundary=116 Tags=88
        struct PolicyName=s PolicyArn=s
        struct GroupName=s GroupId=s
        struct UserName=s UserId=s
        struct RoleName=s RoleId=s
        struct ContextKeyName=s ContextKeyValues=131 ContextKeyType=s
        struct EvalActionName=s,required EvalResourceName=s EvalDecision=s,required MatchedStatements=132 MissingContextValues=133 OrganizationsDecisionDetail=134 PermissionsBoundaryDecisionDetail=135 EvalDecisionDetails=136 ResourceSpecificResults=137
        list 138
        list s
        list s
        list 139
        list s
        struct AllowedByOrganizations=b
        struct AllowedByPermissionsBoundary=b
        map s s
        list 140
        struct PolicyName=s PolicyDocument=s
        struct SourcePolicyId=s SourcePolicyType=s StartPosition=141 EndPosition=141
        struct EvalResourceName=s,required EvalResourceDecision=s,required MatchedStatements=132 MissingContextValues=133 EvalDecisionDetails=136 PermissionsBoundaryDecisionDetail=135
        struct Line=i Column=i
        """
}
