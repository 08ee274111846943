// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of ec2.
    static let ec2 = """
        service id=ec2 protocol=ec2 version=2016-11-15 endpoint=ec2 signing=ec2 settings=ec2
        op AllocateAddress in=0 out=1
        op AssociateAddress in=2 out=3
        op AssociateIamInstanceProfile in=4 out=5
        op AssociateRouteTable in=6 out=7
        op AttachInternetGateway in=8
        op AuthorizeSecurityGroupEgress in=9 out=10
        op AuthorizeSecurityGroupIngress in=11 out=12
        op CreateInternetGateway in=13 out=14
        op CreateLaunchTemplate in=15 out=16
        op CreateLaunchTemplateVersion in=17 out=18
        op CreateNatGateway in=19 out=20
        op CreateRoute in=21 out=22
        op CreateRouteTable in=23 out=24
        op CreateSecurityGroup in=25 out=26
        op CreateSubnet in=27 out=28
        op CreateTags in=29
        op CreateVpc in=30 out=31
        op DeleteInternetGateway in=32
        op DeleteKeyPair in=33 out=34
        op DeleteLaunchTemplate in=35 out=36
        op DeleteLaunchTemplateVersions in=37 out=38
        op DeleteNatGateway in=39 out=40
        op DeleteRoute in=41
        op DeleteRouteTable in=42
        op DeleteSecurityGroup in=43 out=44
        op DeleteSubnet in=45
        op DeleteTags in=46
        op DeleteVpc in=47
        op DescribeAddresses in=48 out=49
        op DescribeAvailabilityZones in=50 out=51
        op DescribeIamInstanceProfileAssociations in=52 out=53 page=NextToken>NextToken limit=MaxResults:1000
        op DescribeImages in=54 out=55 page=NextToken>NextToken limit=MaxResults
        op DescribeInstanceAttribute in=56 out=57
        op DescribeInstanceTypes in=58 out=59 page=NextToken>NextToken limit=MaxResults:100
        op DescribeInstances in=60 out=61 page=NextToken>NextToken limit=MaxResults
        op DescribeInternetGateways in=62 out=63 page=NextToken>NextToken limit=MaxResults:1000
        op DescribeKeyPairs in=64 out=65
        op DescribeLaunchTemplateVersions in=66 out=67 page=NextToken>NextToken limit=MaxResults
        op DescribeLaunchTemplates in=68 out=69 page=NextToken>NextToken limit=MaxResults:200
        op DescribeManagedPrefixLists in=70 out=71 page=NextToken>NextToken limit=MaxResults:100
        op DescribeNatGateways in=72 out=73 page=NextToken>NextToken limit=MaxResults:1000
        op DescribeNetworkInterfaces in=74 out=75 page=NextToken>NextToken limit=MaxResults:1000
        op DescribeRouteTables in=76 out=77 page=NextToken>NextToken limit=MaxResults:100
        op DescribeSecurityGroupRules in=78 out=79 page=NextToken>NextToken limit=MaxResults:1000
        op DescribeSecurityGroups in=80 out=81 page=NextToken>NextToken limit=MaxResults:1000
        op DescribeSubnets in=82 out=83 page=NextToken>NextToken limit=MaxResults:1000
        op DescribeTags in=84 out=85 page=NextToken>NextToken limit=MaxResults
        op DescribeVpcAttribute in=86 out=87
        op DescribeVpcs in=88 out=89 page=NextToken>NextToken limit=MaxResults:1000
        op DetachInternetGateway in=90
        op DisassociateAddress in=91
        op DisassociateIamInstanceProfile in=92 out=93
        op DisassociateRouteTable in=94
        op GetManagedPrefixListEntries in=95 out=96 page=NextToken>NextToken limit=MaxResults:100
        op ImportKeyPair in=97 out=98
        op ModifyInstanceAttribute in=99
        op ModifyInstanceMetadataOptions in=100 out=101
        op ModifyLaunchTemplate in=102 out=103
        op ModifySecurityGroupRules in=104 out=105
        op ModifySubnetAttribute in=106
        op ModifyVpcAttribute in=107
        op ReleaseAddress in=108
        op ReplaceIamInstanceProfileAssociation in=109 out=110
        op ReplaceRoute in=111
        op ReplaceRouteTableAssociation in=112 out=113
        op RevokeSecurityGroupEgress in=114 out=115
        op RevokeSecurityGroupIngress in=116 out=117
        op RunInstances in=118 out=119
        op StartInstances in=120 out=121
        op StopInstances in=122 out=123
        op TerminateInstances in=124 out=125
        op UpdateSecurityGroupRuleDescriptionsEgress in=126 out=127
        op UpdateSecurityGroupRuleDescriptionsIngress in=128 out=129
        struct Domain=s Address=s PublicIpv4Pool=s NetworkBorderGroup=s CustomerOwnedIpv4Pool=s TagSpecifications=130,name:TagSpecification IpamPoolId=s DryRun=b,name:dryRun
        struct AllocationId=s,name:allocationId PublicIpv4Pool=s,name:publicIpv4Pool NetworkBorderGroup=s,name:networkBorderGroup Domain=s,name:domain CustomerOwnedIp=s,name:customerOwnedIp CustomerOwnedIpv4Pool=s,name:customerOwnedIpv4Pool CarrierIp=s,name:carrierIp PublicIp=s,name:publicIp
        struct AllocationId=s InstanceId=s PublicIp=s DryRun=b,name:dryRun NetworkInterfaceId=s,name:networkInterfaceId PrivateIpAddress=s,name:privateIpAddress AllowReassociation=b,name:allowReassociation
        struct AssociationId=s,name:associationId
        struct IamInstanceProfile=131,required InstanceId=s,required
        struct IamInstanceProfileAssociation=132,name:iamInstanceProfileAssociation
        struct GatewayId=s PublicIpv4Pool=s DryRun=b,name:dryRun SubnetId=s,name:subnetId RouteTableId=s,name:routeTableId,required
        struct AssociationId=s,name:associationId AssociationState=133,name:associationState
        struct DryRun=b,name:dryRun InternetGatewayId=s,name:internetGatewayId,required VpcId=s,name:vpcId,required
        struct TagSpecifications=130,name:TagSpecification DryRun=b,name:dryRun GroupId=s,name:groupId,required SourceSecurityGroupName=s,name:sourceSecurityGroupName SourceSecurityGroupOwnerId=s,name:sourceSecurityGroupOwnerId IpProtocol=s,name:ipProtocol FromPort=i,name:fromPort ToPort=i,name:toPort CidrIp=s,name:cidrIp IpPermissions=134,name:ipPermissions
        struct Return=b,name:return SecurityGroupRules=135,name:securityGroupRuleSet
        struct CidrIp=s FromPort=i GroupId=s GroupName=s IpPermissions=134 IpProtocol=s SourceSecurityGroupName=s SourceSecurityGroupOwnerId=s ToPort=i TagSpecifications=130,name:TagSpecification DryRun=b,name:dryRun
        struct Return=b,name:return SecurityGroupRules=135,name:securityGroupRuleSet
        struct TagSpecifications=130,name:TagSpecification DryRun=b,name:dryRun
        struct InternetGateway=136,name:internetGateway
        struct DryRun=b ClientToken=s,token LaunchTemplateName=s,required VersionDescription=s LaunchTemplateData=137,required Operator=138 TagSpecifications=130,name:TagSpecification
        struct LaunchTemplate=139,name:launchTemplate Warning=140,name:warning
        struct DryRun=b ClientToken=s,token LaunchTemplateId=s LaunchTemplateName=s SourceVersion=s VersionDescription=s LaunchTemplateData=137,required ResolveAlias=b
        struct LaunchTemplateVersion=141,name:launchTemplateVersion Warning=140,name:warning
        struct AvailabilityMode=s AllocationId=s ClientToken=s,token DryRun=b SubnetId=s VpcId=s AvailabilityZoneAddresses=142,name:AvailabilityZoneAddress TagSpecifications=130,name:TagSpecification ConnectivityType=s PrivateIpAddress=s SecondaryAllocationIds=143,name:SecondaryAllocationId SecondaryPrivateIpAddresses=144,name:SecondaryPrivateIpAddress SecondaryPrivateIpAddressCount=i
        struct ClientToken=s,name:clientToken NatGateway=145,name:natGateway
        struct DestinationPrefixListId=s VpcEndpointId=s TransitGatewayId=s LocalGatewayId=s CarrierGatewayId=s CoreNetworkArn=s OdbNetworkArn=s DryRun=b,name:dryRun RouteTableId=s,name:routeTableId,required DestinationCidrBlock=s,name:destinationCidrBlock GatewayId=s,name:gatewayId DestinationIpv6CidrBlock=s,name:destinationIpv6CidrBlock EgressOnlyInternetGatewayId=s,name:egressOnlyInternetGatewayId InstanceId=s,name:instanceId NetworkInterfaceId=s,name:networkInterfaceId VpcPeeringConnectionId=s,name:vpcPeeringConnectionId NatGatewayId=s,name:natGatewayId
        struct Return=b,name:return
        struct TagSpecifications=130,name:TagSpecification ClientToken=s,token DryRun=b,name:dryRun VpcId=s,name:vpcId,required
        struct RouteTable=146,name:routeTable ClientToken=s,name:clientToken
        struct Description=s,name:GroupDescription,required GroupName=s,required VpcId=s TagSpecifications=130,name:TagSpecification DryRun=b,name:dryRun
        struct GroupId=s,name:groupId Tags=147,name:tagSet SecurityGroupArn=s,name:securityGroupArn
        struct TagSpecifications=130,name:TagSpecification AvailabilityZone=s AvailabilityZoneId=s CidrBlock=s Ipv6CidrBlock=s OutpostArn=s VpcId=s,required Ipv6Native=b Ipv4IpamPoolId=s Ipv4NetmaskLength=i Ipv6IpamPoolId=s Ipv6NetmaskLength=i DryRun=b,name:dryRun
        struct Subnet=148,name:subnet
        struct DryRun=b,name:dryRun Resources=149,name:ResourceId,required Tags=147,name:Tag,required
        struct CidrBlock=s Ipv6Pool=s Ipv6CidrBlock=s Ipv4IpamPoolId=s Ipv4NetmaskLength=i Ipv6IpamPoolId=s Ipv6NetmaskLength=i Ipv6CidrBlockNetworkBorderGroup=s VpcEncryptionControl=150 TagSpecifications=130,name:TagSpecification DryRun=b,name:dryRun InstanceTenancy=s,name:instanceTenancy AmazonProvidedIpv6CidrBlock=b,name:amazonProvidedIpv6CidrBlock
        struct Vpc=151,name:vpc
        struct DryRun=b,name:dryRun InternetGatewayId=s,name:internetGatewayId,required
        struct KeyName=s KeyPairId=s DryRun=b,name:dryRun
        struct Return=b,name:return KeyPairId=s,name:keyPairId
        struct DryRun=b LaunchTemplateId=s LaunchTemplateName=s
        struct LaunchTemplate=139,name:launchTemplate
        struct DryRun=b LaunchTemplateId=s LaunchTemplateName=s Versions=152,name:LaunchTemplateVersion,required
        struct SuccessfullyDeletedLaunchTemplateVersions=153,name:successfullyDeletedLaunchTemplateVersionSet UnsuccessfullyDeletedLaunchTemplateVersions=154,name:unsuccessfullyDeletedLaunchTemplateVersionSet
        struct DryRun=b NatGatewayId=s,required
        struct NatGatewayId=s,name:natGatewayId
        struct DestinationPrefixListId=s DryRun=b,name:dryRun RouteTableId=s,name:routeTableId,required DestinationCidrBlock=s,name:destinationCidrBlock DestinationIpv6CidrBlock=s,name:destinationIpv6CidrBlock
        struct DryRun=b,name:dryRun RouteTableId=s,name:routeTableId,required
        struct GroupId=s GroupName=s DryRun=b,name:dryRun
        struct Return=b,name:return GroupId=s,name:groupId
        struct SubnetId=s,required DryRun=b,name:dryRun
        struct DryRun=b,name:dryRun Resources=149,name:resourceId,required Tags=147,name:tag
        struct VpcId=s,required DryRun=b,name:dryRun
        struct PublicIps=155,name:PublicIp DryRun=b,name:dryRun Filters=156,name:Filter AllocationIds=143,name:AllocationId
        struct Addresses=157,name:addressesSet
        struct ZoneNames=158,name:ZoneName ZoneIds=159,name:ZoneId AllAvailabilityZones=b DryRun=b,name:dryRun Filters=156,name:Filter
        struct AvailabilityZones=160,name:availabilityZoneInfo
        struct AssociationIds=161,name:AssociationId Filters=156,name:Filter MaxResults=i NextToken=s
        struct IamInstanceProfileAssociations=162,name:iamInstanceProfileAssociationSet NextToken=s,name:nextToken
        struct ExecutableUsers=163,name:ExecutableBy ImageIds=164,name:ImageId Owners=165,name:Owner IncludeDeprecated=b IncludeDisabled=b MaxResults=i NextToken=s DryRun=b,name:dryRun Filters=156,name:Filter
        struct NextToken=s,name:nextToken Images=166,name:imagesSet
        struct DryRun=b,name:dryRun InstanceId=s,name:instanceId,required Attribute=s,name:attribute,required
        struct BlockDeviceMappings=167,name:blockDeviceMapping DisableApiTermination=168,name:disableApiTermination EnaSupport=168,name:enaSupport EnclaveOptions=169,name:enclaveOptions EbsOptimized=168,name:ebsOptimized InstanceId=s,name:instanceId InstanceInitiatedShutdownBehavior=170,name:instanceInitiatedShutdownBehavior InstanceType=170,name:instanceType KernelId=170,name:kernel ProductCodes=171,name:productCodes RamdiskId=170,name:ramdisk RootDeviceName=170,name:rootDeviceName SourceDestCheck=168,name:sourceDestCheck SriovNetSupport=170,name:sriovNetSupport UserData=170,name:userData DisableApiStop=168,name:disableApiStop Groups=172,name:groupSet
        struct DryRun=b InstanceTypes=173,name:InstanceType Filters=156,name:Filter MaxResults=i NextToken=s IncludeUnsupportedInRegion=b
        struct InstanceTypes=174,name:instanceTypeSet NextToken=s,name:nextToken
        struct InstanceIds=175,name:InstanceId IncludeManagedResources=b DryRun=b,name:dryRun Filters=156,name:Filter NextToken=s,name:nextToken MaxResults=i,name:maxResults
        struct NextToken=s,name:nextToken Reservations=176,name:reservationSet
        struct NextToken=s MaxResults=i DryRun=b,name:dryRun InternetGatewayIds=177,name:internetGatewayId Filters=156,name:Filter
        struct InternetGateways=178,name:internetGatewaySet NextToken=s,name:nextToken
        struct KeyNames=179,name:KeyName KeyPairIds=180,name:KeyPairId IncludePublicKey=b DryRun=b,name:dryRun Filters=156,name:Filter
        struct KeyPairs=181,name:keySet
        struct DryRun=b LaunchTemplateId=s LaunchTemplateName=s Versions=152,name:LaunchTemplateVersion MinVersion=s MaxVersion=s NextToken=s MaxResults=i Filters=156,name:Filter ResolveAlias=b IncludeManagedResources=b
        struct LaunchTemplateVersions=182,name:launchTemplateVersionSet NextToken=s,name:nextToken
        struct DryRun=b LaunchTemplateIds=183,name:LaunchTemplateId LaunchTemplateNames=184,name:LaunchTemplateName Filters=156,name:Filter NextToken=s MaxResults=i IncludeManagedResources=b
        struct LaunchTemplates=185,name:launchTemplates NextToken=s,name:nextToken
        struct DryRun=b Filters=156,name:Filter MaxResults=i NextToken=s PrefixListIds=186,name:PrefixListId
        struct NextToken=s,name:nextToken PrefixLists=187,name:prefixListSet
        struct DryRun=b Filter=156 MaxResults=i NatGatewayIds=188,name:NatGatewayId NextToken=s
        struct NatGateways=189,name:natGatewaySet NextToken=s,name:nextToken
        struct NextToken=s MaxResults=i IncludeManagedResources=b DryRun=b,name:dryRun NetworkInterfaceIds=190,name:NetworkInterfaceId Filters=156,name:filter
        struct NetworkInterfaces=191,name:networkInterfaceSet NextToken=s,name:nextToken
        struct NextToken=s MaxResults=i DryRun=b,name:dryRun RouteTableIds=192,name:RouteTableId Filters=156,name:Filter
        struct RouteTables=193,name:routeTableSet NextToken=s,name:nextToken
        struct Filters=156,name:Filter SecurityGroupRuleIds=194,name:SecurityGroupRuleId DryRun=b NextToken=s MaxResults=i
        struct SecurityGroupRules=135,name:securityGroupRuleSet NextToken=s,name:nextToken
        struct GroupIds=195,name:GroupId GroupNames=196,name:GroupName NextToken=s MaxResults=i DryRun=b,name:dryRun Filters=156,name:Filter
        struct NextToken=s,name:nextToken SecurityGroups=197,name:securityGroupInfo
        struct Filters=156,name:Filter SubnetIds=198,name:SubnetId NextToken=s MaxResults=i DryRun=b,name:dryRun
        struct NextToken=s,name:nextToken Subnets=199,name:subnetSet
        struct DryRun=b,name:dryRun Filters=156,name:Filter MaxResults=i,name:maxResults NextToken=s,name:nextToken
        struct NextToken=s,name:nextToken Tags=200,name:tagSet
        struct Attribute=s,required VpcId=s,required DryRun=b,name:dryRun
        struct EnableDnsHostnames=168,name:enableDnsHostnames EnableDnsSupport=168,name:enableDnsSupport EnableNetworkAddressUsageMetrics=168,name:enableNetworkAddressUsageMetrics VpcId=s,name:vpcId
        struct Filters=156,name:Filter VpcIds=201,name:VpcId NextToken=s MaxResults=i DryRun=b,name:dryRun
        struct NextToken=s,name:nextToken Vpcs=202,name:vpcSet
        struct DryRun=b,name:dryRun InternetGatewayId=s,name:internetGatewayId,required VpcId=s,name:vpcId,required
        struct AssociationId=s PublicIp=s DryRun=b,name:dryRun
        struct AssociationId=s,required
        struct IamInstanceProfileAssociation=132,name:iamInstanceProfileAssociation
        struct DryRun=b,name:dryRun AssociationId=s,name:associationId,required
        struct DryRun=b PrefixListId=s,required TargetVersion=l MaxResults=i NextToken=s
        struct Entries=203,name:entrySet NextToken=s,name:nextToken
        struct TagSpecifications=130,name:TagSpecification DryRun=b,name:dryRun KeyName=s,name:keyName,required PublicKeyMaterial=B,name:publicKeyMaterial,required
        struct KeyFingerprint=s,name:keyFingerprint KeyName=s,name:keyName KeyPairId=s,name:keyPairId Tags=147,name:tagSet
        struct SourceDestCheck=168 DisableApiStop=168 DryRun=b,name:dryRun InstanceId=s,name:instanceId,required Attribute=s,name:attribute Value=s,name:value BlockDeviceMappings=204,name:blockDeviceMapping DisableApiTermination=168,name:disableApiTermination InstanceType=170,name:instanceType Kernel=170,name:kernel Ramdisk=170,name:ramdisk UserData=205,name:userData InstanceInitiatedShutdownBehavior=170,name:instanceInitiatedShutdownBehavior Groups=195,name:GroupId EbsOptimized=168,name:ebsOptimized SriovNetSupport=170,name:sriovNetSupport EnaSupport=168,name:enaSupport
        struct InstanceId=s,required HttpTokens=s HttpPutResponseHopLimit=i HttpEndpoint=s DryRun=b HttpProtocolIpv6=s InstanceMetadataTags=s
        struct InstanceId=s,name:instanceId InstanceMetadataOptions=206,name:instanceMetadataOptions
        struct DryRun=b ClientToken=s,token LaunchTemplateId=s LaunchTemplateName=s DefaultVersion=s,name:SetDefaultVersion
        struct LaunchTemplate=139,name:launchTemplate
        struct GroupId=s,required SecurityGroupRules=207,name:SecurityGroupRule,required DryRun=b
        struct Return=b,name:return
        struct AssignIpv6AddressOnCreation=168 MapPublicIpOnLaunch=168 SubnetId=s,name:subnetId,required MapCustomerOwnedIpOnLaunch=168 CustomerOwnedIpv4Pool=s EnableDns64=168 PrivateDnsHostnameTypeOnLaunch=s EnableResourceNameDnsARecordOnLaunch=168 EnableResourceNameDnsAAAARecordOnLaunch=168 EnableLniAtDeviceIndex=i DisableLniAtDeviceIndex=168
        struct EnableDnsHostnames=168 EnableDnsSupport=168 VpcId=s,name:vpcId,required EnableNetworkAddressUsageMetrics=168
        struct AllocationId=s PublicIp=s NetworkBorderGroup=s DryRun=b,name:dryRun
        struct IamInstanceProfile=131,required AssociationId=s,required
        struct IamInstanceProfileAssociation=132,name:iamInstanceProfileAssociation
        struct DestinationPrefixListId=s VpcEndpointId=s LocalTarget=b TransitGatewayId=s LocalGatewayId=s CarrierGatewayId=s CoreNetworkArn=s OdbNetworkArn=s DryRun=b,name:dryRun RouteTableId=s,name:routeTableId,required DestinationCidrBlock=s,name:destinationCidrBlock GatewayId=s,name:gatewayId DestinationIpv6CidrBlock=s,name:destinationIpv6CidrBlock EgressOnlyInternetGatewayId=s,name:egressOnlyInternetGatewayId InstanceId=s,name:instanceId NetworkInterfaceId=s,name:networkInterfaceId VpcPeeringConnectionId=s,name:vpcPeeringConnectionId NatGatewayId=s,name:natGatewayId
        struct DryRun=b,name:dryRun AssociationId=s,name:associationId,required RouteTableId=s,name:routeTableId,required
        struct NewAssociationId=s,name:newAssociationId AssociationState=133,name:associationState
        struct SecurityGroupRuleIds=194,name:SecurityGroupRuleId DryRun=b,name:dryRun GroupId=s,name:groupId,required SourceSecurityGroupName=s,name:sourceSecurityGroupName SourceSecurityGroupOwnerId=s,name:sourceSecurityGroupOwnerId IpProtocol=s,name:ipProtocol FromPort=i,name:fromPort ToPort=i,name:toPort CidrIp=s,name:cidrIp IpPermissions=134,name:ipPermissions
        struct Return=b,name:return UnknownIpPermissions=134,name:unknownIpPermissionSet RevokedSecurityGroupRules=208,name:revokedSecurityGroupRuleSet
        struct CidrIp=s FromPort=i GroupId=s GroupName=s IpPermissions=134 IpProtocol=s SourceSecurityGroupName=s SourceSecurityGroupOwnerId=s ToPort=i SecurityGroupRuleIds=194,name:SecurityGroupRuleId DryRun=b,name:dryRun
        struct Return=b,name:return UnknownIpPermissions=134,name:unknownIpPermissionSet RevokedSecurityGroupRules=208,name:revokedSecurityGroupRuleSet
        struct BlockDeviceMappings=209,name:BlockDeviceMapping ImageId=s InstanceType=s Ipv6AddressCount=i Ipv6Addresses=210,name:Ipv6Address KernelId=s KeyName=s MaxCount=i,required MinCount=i,required Monitoring=211 Placement=212 RamdiskId=s SecurityGroupIds=213,name:SecurityGroupId SecurityGroups=214,name:SecurityGroup SubnetId=s UserData=s ElasticGpuSpecification=215 ElasticInferenceAccelerators=216,name:ElasticInferenceAccelerator TagSpecifications=130,name:TagSpecification LaunchTemplate=217 InstanceMarketOptions=218 CreditSpecification=219 CpuOptions=220 CapacityReservationSpecification=221 HibernationOptions=222 LicenseSpecifications=223,name:LicenseSpecification MetadataOptions=224 EnclaveOptions=225 PrivateDnsNameOptions=226 MaintenanceOptions=227 DisableApiStop=b EnablePrimaryIpv6=b NetworkPerformanceOptions=228 Operator=138 SecondaryInterfaces=229,name:SecondaryInterface DryRun=b,name:dryRun DisableApiTermination=b,name:disableApiTermination InstanceInitiatedShutdownBehavior=s,name:instanceInitiatedShutdownBehavior PrivateIpAddress=s,name:privateIpAddress ClientToken=s,name:clientToken,token AdditionalInfo=s,name:additionalInfo NetworkInterfaces=230,name:networkInterface IamInstanceProfile=131,name:iamInstanceProfile EbsOptimized=b,name:ebsOptimized
        struct ReservationId=s,name:reservationId OwnerId=s,name:ownerId RequesterId=s,name:requesterId Groups=172,name:groupSet Instances=231,name:instancesSet
        struct InstanceIds=175,name:InstanceId,required AdditionalInfo=s,name:additionalInfo DryRun=b,name:dryRun
        struct StartingInstances=232,name:instancesSet
        struct InstanceIds=175,name:InstanceId,required Hibernate=b SkipOsShutdown=b DryRun=b,name:dryRun Force=b,name:force
        struct StoppingInstances=232,name:instancesSet
        struct InstanceIds=175,name:InstanceId,required Force=b SkipOsShutdown=b DryRun=b,name:dryRun
        struct TerminatingInstances=232,name:instancesSet
        struct DryRun=b GroupId=s GroupName=s IpPermissions=134 SecurityGroupRuleDescriptions=233,name:SecurityGroupRuleDescription
        struct Return=b,name:return
        struct DryRun=b GroupId=s GroupName=s IpPermissions=134 SecurityGroupRuleDescriptions=233,name:SecurityGroupRuleDescription
        struct Return=b,name:return
        list 234,name:item
        struct Arn=s,name:arn Name=s,name:name
        struct AssociationId=s,name:associationId InstanceId=s,name:instanceId IamInstanceProfile=235,name:iamInstanceProfile State=s,name:state Timestamp=t,name:timestamp
        struct State=s,name:state StatusMessage=s,name:statusMessage
        list 236,name:item
        list 237,name:item
        struct Attachments=238,name:attachmentSet InternetGatewayId=s,name:internetGatewayId OwnerId=s,name:ownerId Tags=147,name:tagSet
        struct KernelId=s EbsOptimized=b IamInstanceProfile=239 BlockDeviceMappings=240,name:BlockDeviceMapping NetworkInterfaces=241,name:NetworkInterface ImageId=s InstanceType=s KeyName=s Monitoring=242 Placement=243 RamDiskId=s DisableApiTermination=b InstanceInitiatedShutdownBehavior=s UserData=s TagSpecifications=244,name:TagSpecification ElasticGpuSpecifications=245,name:ElasticGpuSpecification ElasticInferenceAccelerators=246,name:ElasticInferenceAccelerator SecurityGroupIds=213,name:SecurityGroupId SecurityGroups=214,name:SecurityGroup InstanceMarketOptions=247 CreditSpecification=219 CpuOptions=248 CapacityReservationSpecification=249 LicenseSpecifications=250,name:LicenseSpecification HibernationOptions=251 MetadataOptions=252 EnclaveOptions=253 InstanceRequirements=254 PrivateDnsNameOptions=255 MaintenanceOptions=256 DisableApiStop=b Operator=138 NetworkPerformanceOptions=257 SecondaryInterfaces=258,name:SecondaryInterface
        struct Principal=s
        struct LaunchTemplateId=s,name:launchTemplateId LaunchTemplateName=s,name:launchTemplateName CreateTime=t,name:createTime CreatedBy=s,name:createdBy DefaultVersionNumber=l,name:defaultVersionNumber LatestVersionNumber=l,name:latestVersionNumber Tags=147,name:tagSet Operator=259,name:operator
        struct Errors=260,name:errorSet
        struct LaunchTemplateId=s,name:launchTemplateId LaunchTemplateName=s,name:launchTemplateName VersionNumber=l,name:versionNumber VersionDescription=s,name:versionDescription CreateTime=t,name:createTime CreatedBy=s,name:createdBy DefaultVersion=b,name:defaultVersion LaunchTemplateData=261,name:launchTemplateData Operator=259,name:operator
        list 262,name:AvailabilityZoneAddress
        list s,name:AllocationId
        list s,name:item
        struct CreateTime=t,name:createTime DeleteTime=t,name:deleteTime FailureCode=s,name:failureCode FailureMessage=s,name:failureMessage NatGatewayAddresses=263,name:natGatewayAddressSet NatGatewayId=s,name:natGatewayId ProvisionedBandwidth=264,name:provisionedBandwidth State=s,name:state SubnetId=s,name:subnetId VpcId=s,name:vpcId Tags=147,name:tagSet ConnectivityType=s,name:connectivityType AvailabilityMode=s,name:availabilityMode AutoScalingIps=s,name:autoScalingIps AutoProvisionZones=s,name:autoProvisionZones AttachedAppliances=265,name:attachedApplianceSet RouteTableId=s,name:routeTableId
        struct Associations=266,name:associationSet PropagatingVgws=267,name:propagatingVgwSet RouteTableId=s,name:routeTableId Routes=268,name:routeSet Tags=147,name:tagSet VpcId=s,name:vpcId OwnerId=s,name:ownerId
        list 269,name:item
        struct AvailabilityZoneId=s,name:availabilityZoneId EnableLniAtDeviceIndex=i,name:enableLniAtDeviceIndex MapCustomerOwnedIpOnLaunch=b,name:mapCustomerOwnedIpOnLaunch CustomerOwnedIpv4Pool=s,name:customerOwnedIpv4Pool OwnerId=s,name:ownerId AssignIpv6AddressOnCreation=b,name:assignIpv6AddressOnCreation Ipv6CidrBlockAssociationSet=270,name:ipv6CidrBlockAssociationSet Tags=147,name:tagSet SubnetArn=s,name:subnetArn OutpostArn=s,name:outpostArn EnableDns64=b,name:enableDns64 Ipv6Native=b,name:ipv6Native PrivateDnsNameOptionsOnLaunch=271,name:privateDnsNameOptionsOnLaunch BlockPublicAccessStates=272,name:blockPublicAccessStates Type=s,name:type SubnetId=s,name:subnetId State=s,name:state VpcId=s,name:vpcId CidrBlock=s,name:cidrBlock AvailableIpAddressCount=i,name:availableIpAddressCount AvailabilityZone=s,name:availabilityZone DefaultForAz=b,name:defaultForAz MapPublicIpOnLaunch=b,name:mapPublicIpOnLaunch
        list s
        struct Mode=s,required InternetGatewayExclusion=s EgressOnlyInternetGatewayExclusion=s NatGatewayExclusion=s VirtualPrivateGatewayExclusion=s VpcPeeringExclusion=s LambdaExclusion=s VpcLatticeExclusion=s ElasticFileSystemExclusion=s
        struct OwnerId=s,name:ownerId InstanceTenancy=s,name:instanceTenancy Ipv6CidrBlockAssociationSet=273,name:ipv6CidrBlockAssociationSet CidrBlockAssociationSet=274,name:cidrBlockAssociationSet IsDefault=b,name:isDefault EncryptionControl=275,name:encryptionControl Tags=147,name:tagSet BlockPublicAccessStates=272,name:blockPublicAccessStates VpcId=s,name:vpcId State=s,name:state CidrBlock=s,name:cidrBlock DhcpOptionsId=s,name:dhcpOptionsId
        list s,name:item
        list 276,name:item
        list 277,name:item
        list s,name:PublicIp
        list 278,name:Filter
        list 279,name:item
        list s,name:ZoneName
        list s,name:ZoneId
        list 280,name:item
        list s,name:AssociationId
        list 132,name:item
        list s,name:ExecutableBy
        list s,name:ImageId
        list s,name:Owner
        list 281,name:item
        list 282,name:item
        struct Value=b,name:value
        struct Enabled=b,name:enabled
        struct Value=s,name:value
        list 283,name:item
        list 284,name:item
        list s
        list 285,name:item
        list s,name:InstanceId
        list 119,name:item
        list s,name:item
        list 136,name:item
        list s,name:KeyName
        list s,name:KeyPairId
        list 286,name:item
        list 141,name:item
        list s,name:item
        list s,name:item
        list 139,name:item
        list s,name:item
        list 287,name:item
        list s,name:item
        list 145,name:item
        list s,name:item
        list 288,name:item
        list s,name:item
        list 146,name:item
        list s,name:item
        list s,name:groupId
        list s,name:GroupName
        list 289,name:item
        list s,name:SubnetId
        list 148,name:item
        list 290,name:item
        list s,name:VpcId
        list 151,name:item
        list 291,name:item
        list 292,name:item
        struct Value=B,name:value
        struct State=s,name:state HttpTokens=s,name:httpTokens HttpPutResponseHopLimit=i,name:httpPutResponseHopLimit HttpEndpoint=s,name:httpEndpoint HttpProtocolIpv6=s,name:httpProtocolIpv6 InstanceMetadataTags=s,name:instanceMetadataTags
        list 293,name:item
        list 294,name:item
        list 295,name:BlockDeviceMapping
        list 296,name:item
        struct Enabled=b,name:enabled,required
        struct AvailabilityZoneId=s,name:availabilityZoneId Affinity=s,name:affinity GroupName=s,name:groupName PartitionNumber=i,name:partitionNumber HostId=s,name:hostId Tenancy=s,name:tenancy SpreadDomain=s,name:spreadDomain HostResourceGroupArn=s,name:hostResourceGroupArn GroupId=s,name:groupId AvailabilityZone=s,name:availabilityZone
        list s,name:SecurityGroupId
        list s,name:SecurityGroup
        list 297,name:item
        list 298,name:item
        struct LaunchTemplateId=s LaunchTemplateName=s Version=s
        struct MarketType=s SpotOptions=299
        struct CpuCredits=s,required
        struct CoreCount=i ThreadsPerCore=i AmdSevSnp=s NestedVirtualization=s
        struct CapacityReservationPreference=s CapacityReservationTarget=300
        struct Configured=b
        list 301,name:item
        struct HttpTokens=s HttpPutResponseHopLimit=i HttpEndpoint=s HttpProtocolIpv6=s InstanceMetadataTags=s
        struct Enabled=b
        struct HostnameType=s EnableResourceNameDnsARecord=b EnableResourceNameDnsAAAARecord=b
        struct AutoRecovery=s
        struct BandwidthWeighting=s
        list 302,name:item
        list 303,name:item
        list 304,name:item
        list 305,name:item
        list 306,name:item
        struct ResourceType=s,name:resourceType Tags=147,name:Tag
        struct Arn=s,name:arn Id=s,name:id
        struct IpProtocol=s,name:ipProtocol FromPort=i,name:fromPort ToPort=i,name:toPort UserIdGroupPairs=307,name:groups IpRanges=308,name:ipRanges Ipv6Ranges=309,name:ipv6Ranges PrefixListIds=310,name:prefixListIds
        struct SecurityGroupRuleId=s,name:securityGroupRuleId GroupId=s,name:groupId GroupOwnerId=s,name:groupOwnerId IsEgress=b,name:isEgress IpProtocol=s,name:ipProtocol FromPort=i,name:fromPort ToPort=i,name:toPort CidrIpv4=s,name:cidrIpv4 CidrIpv6=s,name:cidrIpv6 PrefixListId=s,name:prefixListId ReferencedGroupInfo=311,name:referencedGroupInfo Description=s,name:description Tags=147,name:tagSet SecurityGroupRuleArn=s,name:securityGroupRuleArn
        list 312,name:item
        struct Arn=s Name=s
        list 313,name:BlockDeviceMapping
        list 314,name:InstanceNetworkInterfaceSpecification
        struct Enabled=b
        struct AvailabilityZone=s AvailabilityZoneId=s Affinity=s GroupName=s HostId=s Tenancy=s SpreadDomain=s HostResourceGroupArn=s PartitionNumber=i GroupId=s
        list 315,name:LaunchTemplateTagSpecificationRequest
        list 297,name:ElasticGpuSpecification
        list 316,name:item
        struct MarketType=s SpotOptions=317
        struct CoreCount=i ThreadsPerCore=i AmdSevSnp=s NestedVirtualization=s
        struct CapacityReservationPreference=s CapacityReservationTarget=300
        list 318,name:item
        struct Configured=b
        struct HttpTokens=s HttpPutResponseHopLimit=i HttpEndpoint=s HttpProtocolIpv6=s InstanceMetadataTags=s
        struct Enabled=b
        struct VCpuCount=319,required MemoryMiB=320,required CpuManufacturers=321,name:CpuManufacturer MemoryGiBPerVCpu=322 ExcludedInstanceTypes=323,name:ExcludedInstanceType InstanceGenerations=324,name:InstanceGeneration SpotMaxPricePercentageOverLowestPrice=i OnDemandMaxPricePercentageOverLowestPrice=i BareMetal=s BurstablePerformance=s RequireHibernateSupport=b NetworkInterfaceCount=325 LocalStorage=s LocalStorageTypes=326,name:LocalStorageType TotalLocalStorageGB=327 BaselineEbsBandwidthMbps=328 AcceleratorTypes=329,name:AcceleratorType AcceleratorCount=330 AcceleratorManufacturers=331,name:AcceleratorManufacturer AcceleratorNames=332,name:AcceleratorName AcceleratorTotalMemoryMiB=333 NetworkBandwidthGbps=334 AllowedInstanceTypes=335,name:AllowedInstanceType MaxSpotPriceAsPercentageOfOptimalOnDemandPrice=i BaselinePerformanceFactors=336 RequireEncryptionInTransit=b
        struct HostnameType=s EnableResourceNameDnsARecord=b EnableResourceNameDnsAAAARecord=b
        struct AutoRecovery=s
        struct BandwidthWeighting=s
        list 337,name:InstanceSecondaryInterfaceSpecification
        struct Managed=b,name:managed Principal=s,name:principal HiddenByDefault=b,name:hiddenByDefault
        list 338,name:item
        struct KernelId=s,name:kernelId EbsOptimized=b,name:ebsOptimized IamInstanceProfile=339,name:iamInstanceProfile BlockDeviceMappings=340,name:blockDeviceMappingSet NetworkInterfaces=341,name:networkInterfaceSet ImageId=s,name:imageId InstanceType=s,name:instanceType KeyName=s,name:keyName Monitoring=342,name:monitoring Placement=343,name:placement RamDiskId=s,name:ramDiskId DisableApiTermination=b,name:disableApiTermination InstanceInitiatedShutdownBehavior=s,name:instanceInitiatedShutdownBehavior UserData=s,name:userData TagSpecifications=344,name:tagSpecificationSet ElasticGpuSpecifications=345,name:elasticGpuSpecificationSet ElasticInferenceAccelerators=346,name:elasticInferenceAcceleratorSet SecurityGroupIds=186,name:securityGroupIdSet SecurityGroups=186,name:securityGroupSet InstanceMarketOptions=347,name:instanceMarketOptions CreditSpecification=348,name:creditSpecification CpuOptions=349,name:cpuOptions CapacityReservationSpecification=350,name:capacityReservationSpecification LicenseSpecifications=351,name:licenseSet HibernationOptions=352,name:hibernationOptions MetadataOptions=353,name:metadataOptions EnclaveOptions=354,name:enclaveOptions InstanceRequirements=355,name:instanceRequirements PrivateDnsNameOptions=356,name:privateDnsNameOptions MaintenanceOptions=357,name:maintenanceOptions DisableApiStop=b,name:disableApiStop Operator=259,name:operator NetworkPerformanceOptions=358,name:networkPerformanceOptions SecondaryInterfaces=359,name:secondaryInterfaceSet
        struct AvailabilityZone=s AvailabilityZoneId=s AllocationIds=143,name:AllocationId
        list 360,name:item
        struct ProvisionTime=t,name:provisionTime Provisioned=s,name:provisioned RequestTime=t,name:requestTime Requested=s,name:requested Status=s,name:status
        list 361,name:item
        list 362,name:item
        list 363,name:item
        list 364,name:item
        struct Key=s,name:key Value=s,name:value
        list 365,name:item
        struct HostnameType=s,name:hostnameType EnableResourceNameDnsARecord=b,name:enableResourceNameDnsARecord EnableResourceNameDnsAAAARecord=b,name:enableResourceNameDnsAAAARecord
        struct InternetGatewayBlockMode=s,name:internetGatewayBlockMode
        list 366,name:item
        list 367,name:item
        struct VpcId=s,name:vpcId VpcEncryptionControlId=s,name:vpcEncryptionControlId Mode=s,name:mode State=s,name:state StateMessage=s,name:stateMessage ResourceExclusions=368,name:resourceExclusions Tags=147,name:tagSet
        struct LaunchTemplateId=s,name:launchTemplateId LaunchTemplateName=s,name:launchTemplateName VersionNumber=l,name:versionNumber
        struct LaunchTemplateId=s,name:launchTemplateId LaunchTemplateName=s,name:launchTemplateName VersionNumber=l,name:versionNumber ResponseError=369,name:responseError
        struct Name=s Values=186,name:Value
        struct AllocationId=s,name:allocationId AssociationId=s,name:associationId Domain=s,name:domain NetworkInterfaceId=s,name:networkInterfaceId NetworkInterfaceOwnerId=s,name:networkInterfaceOwnerId PrivateIpAddress=s,name:privateIpAddress Tags=147,name:tagSet PublicIpv4Pool=s,name:publicIpv4Pool NetworkBorderGroup=s,name:networkBorderGroup CustomerOwnedIp=s,name:customerOwnedIp CustomerOwnedIpv4Pool=s,name:customerOwnedIpv4Pool CarrierIp=s,name:carrierIp SubnetId=s,name:subnetId ServiceManaged=s,name:serviceManaged InstanceId=s,name:instanceId PublicIp=s,name:publicIp
        struct OptInStatus=s,name:optInStatus Messages=370,name:messageSet RegionName=s,name:regionName ZoneName=s,name:zoneName ZoneId=s,name:zoneId GroupName=s,name:groupName NetworkBorderGroup=s,name:networkBorderGroup ZoneType=s,name:zoneType ParentZoneName=s,name:parentZoneName ParentZoneId=s,name:parentZoneId GroupLongName=s,name:groupLongName Geography=371,name:geographySet SubGeography=372,name:subGeographySet State=s,name:zoneState
        struct PlatformDetails=s,name:platformDetails UsageOperation=s,name:usageOperation BlockDeviceMappings=373,name:blockDeviceMapping Description=s,name:description EnaSupport=b,name:enaSupport Hypervisor=s,name:hypervisor ImageOwnerAlias=s,name:imageOwnerAlias Name=s,name:name RootDeviceName=s,name:rootDeviceName RootDeviceType=s,name:rootDeviceType SriovNetSupport=s,name:sriovNetSupport StateReason=374,name:stateReason Tags=147,name:tagSet VirtualizationType=s,name:virtualizationType BootMode=s,name:bootMode TpmSupport=s,name:tpmSupport DeprecationTime=s,name:deprecationTime ImdsSupport=s,name:imdsSupport SourceInstanceId=s,name:sourceInstanceId DeregistrationProtection=s,name:deregistrationProtection LastLaunchedTime=s,name:lastLaunchedTime ImageAllowed=b,name:imageAllowed SourceImageId=s,name:sourceImageId SourceImageRegion=s,name:sourceImageRegion FreeTierEligible=b,name:freeTierEligible ImageId=s,name:imageId ImageLocation=s,name:imageLocation State=s,name:imageState OwnerId=s,name:imageOwnerId CreationDate=s,name:creationDate Public=b,name:isPublic ProductCodes=171,name:productCodes Architecture=s,name:architecture ImageType=s,name:imageType KernelId=s,name:kernelId RamdiskId=s,name:ramdiskId Platform=s,name:platform
        struct DeviceName=s,name:deviceName Ebs=375,name:ebs
        struct ProductCodeId=s,name:productCode ProductCodeType=s,name:type
        struct GroupId=s,name:groupId GroupName=s,name:groupName
        struct InstanceType=s,name:instanceType CurrentGeneration=b,name:currentGeneration FreeTierEligible=b,name:freeTierEligible SupportedUsageClasses=376,name:supportedUsageClasses SupportedRootDeviceTypes=377,name:supportedRootDeviceTypes SupportedVirtualizationTypes=378,name:supportedVirtualizationTypes BareMetal=b,name:bareMetal Hypervisor=s,name:hypervisor ProcessorInfo=379,name:processorInfo VCpuInfo=380,name:vCpuInfo MemoryInfo=381,name:memoryInfo InstanceStorageSupported=b,name:instanceStorageSupported InstanceStorageInfo=382,name:instanceStorageInfo EbsInfo=383,name:ebsInfo NetworkInfo=384,name:networkInfo GpuInfo=385,name:gpuInfo FpgaInfo=386,name:fpgaInfo PlacementGroupInfo=387,name:placementGroupInfo InferenceAcceleratorInfo=388,name:inferenceAcceleratorInfo HibernationSupported=b,name:hibernationSupported BurstablePerformanceSupported=b,name:burstablePerformanceSupported DedicatedHostsSupported=b,name:dedicatedHostsSupported AutoRecoverySupported=b,name:autoRecoverySupported SupportedBootModes=389,name:supportedBootModes NitroEnclavesSupport=s,name:nitroEnclavesSupport NitroTpmSupport=s,name:nitroTpmSupport NitroTpmInfo=390,name:nitroTpmInfo MediaAcceleratorInfo=391,name:mediaAcceleratorInfo NeuronInfo=392,name:neuronInfo PhcSupport=s,name:phcSupport RebootMigrationSupport=s,name:rebootMigrationSupport SupportedInRegion=b,name:supportedInRegion
        struct KeyPairId=s,name:keyPairId KeyType=s,name:keyType Tags=147,name:tagSet PublicKey=s,name:publicKey CreateTime=t,name:createTime KeyName=s,name:keyName KeyFingerprint=s,name:keyFingerprint
        struct PrefixListId=s,name:prefixListId AddressFamily=s,name:addressFamily State=s,name:state StateMessage=s,name:stateMessage PrefixListArn=s,name:prefixListArn PrefixListName=s,name:prefixListName MaxEntries=i,name:maxEntries Version=l,name:version Tags=147,name:tagSet OwnerId=s,name:ownerId IpamPrefixListResolverTargetId=s,name:ipamPrefixListResolverTargetId IpamPrefixListResolverSyncEnabled=b,name:ipamPrefixListResolverSyncEnabled
        struct Association=393,name:association Attachment=394,name:attachment AvailabilityZone=s,name:availabilityZone ConnectionTrackingConfiguration=395,name:connectionTrackingConfiguration Description=s,name:description Groups=172,name:groupSet InterfaceType=s,name:interfaceType Ipv6Addresses=396,name:ipv6AddressesSet MacAddress=s,name:macAddress NetworkInterfaceId=s,name:networkInterfaceId OutpostArn=s,name:outpostArn OwnerId=s,name:ownerId PrivateDnsName=s,name:privateDnsName PublicDnsName=s,name:publicDnsName PublicIpDnsNameOptions=397,name:publicIpDnsNameOptions PrivateIpAddress=s,name:privateIpAddress PrivateIpAddresses=398,name:privateIpAddressesSet Ipv4Prefixes=399,name:ipv4PrefixSet Ipv6Prefixes=400,name:ipv6PrefixSet RequesterId=s,name:requesterId RequesterManaged=b,name:requesterManaged SourceDestCheck=b,name:sourceDestCheck Status=s,name:status SubnetId=s,name:subnetId TagSet=147,name:tagSet VpcId=s,name:vpcId DenyAllIgwTraffic=b,name:denyAllIgwTraffic Ipv6Native=b,name:ipv6Native Ipv6Address=s,name:ipv6Address Operator=259,name:operator AssociatedSubnets=401,name:associatedSubnetSet AvailabilityZoneId=s,name:availabilityZoneId
        struct GroupId=s,name:groupId IpPermissionsEgress=134,name:ipPermissionsEgress Tags=147,name:tagSet VpcId=s,name:vpcId SecurityGroupArn=s,name:securityGroupArn OwnerId=s,name:ownerId GroupName=s,name:groupName Description=s,name:groupDescription IpPermissions=134,name:ipPermissions
        struct Key=s,name:key ResourceId=s,name:resourceId ResourceType=s,name:resourceType Value=s,name:value
        struct Cidr=s,name:cidr Description=s,name:description
        struct DeviceName=s,name:deviceName Ebs=402,name:ebs VirtualName=s,name:virtualName NoDevice=s,name:noDevice
        struct SecurityGroupRuleId=s,required SecurityGroupRule=403
        struct SecurityGroupRuleId=s,name:securityGroupRuleId GroupId=s,name:groupId IsEgress=b,name:isEgress IpProtocol=s,name:ipProtocol FromPort=i,name:fromPort ToPort=i,name:toPort CidrIpv4=s,name:cidrIpv4 CidrIpv6=s,name:cidrIpv6 PrefixListId=s,name:prefixListId ReferencedGroupId=s,name:referencedGroupId Description=s,name:description
        struct Ebs=404,name:ebs NoDevice=s,name:noDevice DeviceName=s,name:deviceName VirtualName=s,name:virtualName
        struct Ipv6Address=s,name:ipv6Address IsPrimaryIpv6=b,name:isPrimaryIpv6
        struct Type=s,required
        struct Type=s,required Count=i
        struct MaxPrice=s SpotInstanceType=s BlockDurationMinutes=i ValidUntil=t InstanceInterruptionBehavior=s
        struct CapacityReservationId=s CapacityReservationResourceGroupArn=s
        struct LicenseConfigurationArn=s
        struct DeleteOnTermination=b DeviceIndex=i PrivateIpAddresses=405,name:PrivateIpAddress PrivateIpAddressCount=i SecondarySubnetId=s InterfaceType=s NetworkCardIndex=i
        struct AssociatePublicIpAddress=b,name:associatePublicIpAddress DeleteOnTermination=b,name:deleteOnTermination Description=s,name:description DeviceIndex=i,name:deviceIndex Groups=213,name:SecurityGroupId Ipv6AddressCount=i,name:ipv6AddressCount Ipv6Addresses=210,name:ipv6AddressesSet,query:Ipv6Addresses NetworkInterfaceId=s,name:networkInterfaceId PrivateIpAddress=s,name:privateIpAddress PrivateIpAddresses=406,name:privateIpAddressesSet,query:PrivateIpAddresses SecondaryPrivateIpAddressCount=i,name:secondaryPrivateIpAddressCount SubnetId=s,name:subnetId AssociateCarrierIpAddress=b InterfaceType=s NetworkCardIndex=i Ipv4Prefixes=407,name:Ipv4Prefix Ipv4PrefixCount=i Ipv6Prefixes=408,name:Ipv6Prefix Ipv6PrefixCount=i PrimaryIpv6=b EnaSrdSpecification=409 ConnectionTrackingSpecification=410 EnaQueueCount=i
        struct Architecture=s,name:architecture BlockDeviceMappings=167,name:blockDeviceMapping ClientToken=s,name:clientToken EbsOptimized=b,name:ebsOptimized EnaSupport=b,name:enaSupport Hypervisor=s,name:hypervisor IamInstanceProfile=235,name:iamInstanceProfile InstanceLifecycle=s,name:instanceLifecycle ElasticGpuAssociations=411,name:elasticGpuAssociationSet ElasticInferenceAcceleratorAssociations=412,name:elasticInferenceAcceleratorAssociationSet NetworkInterfaces=413,name:networkInterfaceSet OutpostArn=s,name:outpostArn RootDeviceName=s,name:rootDeviceName RootDeviceType=s,name:rootDeviceType SecurityGroups=172,name:groupSet SourceDestCheck=b,name:sourceDestCheck SpotInstanceRequestId=s,name:spotInstanceRequestId SriovNetSupport=s,name:sriovNetSupport StateReason=374,name:stateReason Tags=147,name:tagSet VirtualizationType=s,name:virtualizationType CpuOptions=414,name:cpuOptions CapacityBlockId=s,name:capacityBlockId CapacityReservationId=s,name:capacityReservationId CapacityReservationSpecification=415,name:capacityReservationSpecification HibernationOptions=416,name:hibernationOptions Licenses=417,name:licenseSet MetadataOptions=206,name:metadataOptions EnclaveOptions=169,name:enclaveOptions BootMode=s,name:bootMode PlatformDetails=s,name:platformDetails UsageOperation=s,name:usageOperation UsageOperationUpdateTime=t,name:usageOperationUpdateTime PrivateDnsNameOptions=418,name:privateDnsNameOptions Ipv6Address=s,name:ipv6Address TpmSupport=s,name:tpmSupport MaintenanceOptions=419,name:maintenanceOptions CurrentInstanceBootMode=s,name:currentInstanceBootMode NetworkPerformanceOptions=420,name:networkPerformanceOptions Operator=259,name:operator SecondaryInterfaces=421,name:secondaryInterfaceSet InstanceId=s,name:instanceId ImageId=s,name:imageId State=422,name:instanceState PrivateDnsName=s,name:privateDnsName PublicDnsName=s,name:dnsName StateTransitionReason=s,name:reason KeyName=s,name:keyName AmiLaunchIndex=i,name:amiLaunchIndex ProductCodes=171,name:productCodes InstanceType=s,name:instanceType LaunchTime=t,name:launchTime Placement=212,name:placement KernelId=s,name:kernelId RamdiskId=s,name:ramdiskId Platform=s,name:platform Monitoring=423,name:monitoring SubnetId=s,name:subnetId VpcId=s,name:vpcId PrivateIpAddress=s,name:privateIpAddress PublicIpAddress=s,name:ipAddress
        struct InstanceId=s,name:instanceId CurrentState=422,name:currentState PreviousState=422,name:previousState
        struct SecurityGroupRuleId=s Description=s
        list 424,name:item
        list 425,name:item
        list 426,name:item
        list 427,name:item
        struct GroupId=s,name:groupId PeeringStatus=s,name:peeringStatus UserId=s,name:userId VpcId=s,name:vpcId VpcPeeringConnectionId=s,name:vpcPeeringConnectionId
        struct State=s,name:state VpcId=s,name:vpcId
        struct DeviceName=s VirtualName=s Ebs=428 NoDevice=s
        struct AssociateCarrierIpAddress=b AssociatePublicIpAddress=b DeleteOnTermination=b Description=s DeviceIndex=i Groups=213,name:SecurityGroupId InterfaceType=s Ipv6AddressCount=i Ipv6Addresses=429 NetworkInterfaceId=s PrivateIpAddress=s PrivateIpAddresses=406 SecondaryPrivateIpAddressCount=i SubnetId=s NetworkCardIndex=i Ipv4Prefixes=407,name:Ipv4Prefix Ipv4PrefixCount=i Ipv6Prefixes=408,name:Ipv6Prefix Ipv6PrefixCount=i PrimaryIpv6=b EnaSrdSpecification=409 ConnectionTrackingSpecification=410 EnaQueueCount=i
        struct ResourceType=s Tags=147,name:Tag
        struct Type=s,required Count=i
        struct MaxPrice=s SpotInstanceType=s BlockDurationMinutes=i ValidUntil=t InstanceInterruptionBehavior=s
        struct LicenseConfigurationArn=s
        struct Min=i,required Max=i
        struct Min=i,required Max=i
        list s,name:item
        struct Min=d Max=d
        list s,name:item
        list s,name:item
        struct Min=i Max=i
        list s,name:item
        struct Min=d Max=d
        struct Min=i Max=i
        list s,name:item
        struct Min=i Max=i
        list s,name:item
        list s,name:item
        struct Min=i Max=i
        struct Min=d Max=d
        list s,name:item
        struct Cpu=430
        struct DeleteOnTermination=b DeviceIndex=i PrivateIpAddresses=431,name:PrivateIpAddress PrivateIpAddressCount=i SecondarySubnetId=s InterfaceType=s NetworkCardIndex=i
        struct Code=s,name:code Message=s,name:message
        struct Arn=s,name:arn Name=s,name:name
        list 432,name:item
        list 433,name:item
        struct Enabled=b,name:enabled
        struct AvailabilityZone=s,name:availabilityZone AvailabilityZoneId=s,name:availabilityZoneId Affinity=s,name:affinity GroupName=s,name:groupName HostId=s,name:hostId Tenancy=s,name:tenancy SpreadDomain=s,name:spreadDomain HostResourceGroupArn=s,name:hostResourceGroupArn PartitionNumber=i,name:partitionNumber GroupId=s,name:groupId
        list 434,name:item
        list 435,name:item
        list 436,name:item
        struct MarketType=s,name:marketType SpotOptions=437,name:spotOptions
        struct CpuCredits=s,name:cpuCredits
        struct CoreCount=i,name:coreCount ThreadsPerCore=i,name:threadsPerCore AmdSevSnp=s,name:amdSevSnp NestedVirtualization=s,name:nestedVirtualization
        struct CapacityReservationPreference=s,name:capacityReservationPreference CapacityReservationTarget=438,name:capacityReservationTarget
        list 439,name:item
        struct Configured=b,name:configured
        struct State=s,name:state HttpTokens=s,name:httpTokens HttpPutResponseHopLimit=i,name:httpPutResponseHopLimit HttpEndpoint=s,name:httpEndpoint HttpProtocolIpv6=s,name:httpProtocolIpv6 InstanceMetadataTags=s,name:instanceMetadataTags
        struct Enabled=b,name:enabled
        struct VCpuCount=440,name:vCpuCount MemoryMiB=441,name:memoryMiB CpuManufacturers=321,name:cpuManufacturerSet MemoryGiBPerVCpu=442,name:memoryGiBPerVCpu ExcludedInstanceTypes=323,name:excludedInstanceTypeSet InstanceGenerations=324,name:instanceGenerationSet SpotMaxPricePercentageOverLowestPrice=i,name:spotMaxPricePercentageOverLowestPrice OnDemandMaxPricePercentageOverLowestPrice=i,name:onDemandMaxPricePercentageOverLowestPrice BareMetal=s,name:bareMetal BurstablePerformance=s,name:burstablePerformance RequireHibernateSupport=b,name:requireHibernateSupport NetworkInterfaceCount=443,name:networkInterfaceCount LocalStorage=s,name:localStorage LocalStorageTypes=326,name:localStorageTypeSet TotalLocalStorageGB=444,name:totalLocalStorageGB BaselineEbsBandwidthMbps=445,name:baselineEbsBandwidthMbps AcceleratorTypes=329,name:acceleratorTypeSet AcceleratorCount=446,name:acceleratorCount AcceleratorManufacturers=331,name:acceleratorManufacturerSet AcceleratorNames=332,name:acceleratorNameSet AcceleratorTotalMemoryMiB=447,name:acceleratorTotalMemoryMiB NetworkBandwidthGbps=448,name:networkBandwidthGbps AllowedInstanceTypes=335,name:allowedInstanceTypeSet MaxSpotPriceAsPercentageOfOptimalOnDemandPrice=i,name:maxSpotPriceAsPercentageOfOptimalOnDemandPrice BaselinePerformanceFactors=449,name:baselinePerformanceFactors RequireEncryptionInTransit=b,name:requireEncryptionInTransit
        struct HostnameType=s,name:hostnameType EnableResourceNameDnsARecord=b,name:enableResourceNameDnsARecord EnableResourceNameDnsAAAARecord=b,name:enableResourceNameDnsAAAARecord
        struct AutoRecovery=s,name:autoRecovery
        struct BandwidthWeighting=s,name:bandwidthWeighting
        list 450,name:item
        struct AllocationId=s,name:allocationId NetworkInterfaceId=s,name:networkInterfaceId PrivateIp=s,name:privateIp PublicIp=s,name:publicIp AssociationId=s,name:associationId IsPrimary=b,name:isPrimary FailureMessage=s,name:failureMessage Status=s,name:status AvailabilityZone=s,name:availabilityZone AvailabilityZoneId=s,name:availabilityZoneId
        struct Type=s,name:type ApplianceArn=s,name:applianceArn VpcEndpointId=s,name:vpcEndpointId AttachmentState=s,name:attachmentState ModificationState=s,name:modificationState FailureCode=s,name:failureCode FailureMessage=s,name:failureMessage
        struct Main=b,name:main RouteTableAssociationId=s,name:routeTableAssociationId RouteTableId=s,name:routeTableId SubnetId=s,name:subnetId GatewayId=s,name:gatewayId PublicIpv4Pool=s,name:publicIpv4Pool AssociationState=133,name:associationState
        struct GatewayId=s,name:gatewayId
        struct DestinationCidrBlock=s,name:destinationCidrBlock DestinationIpv6CidrBlock=s,name:destinationIpv6CidrBlock DestinationPrefixListId=s,name:destinationPrefixListId EgressOnlyInternetGatewayId=s,name:egressOnlyInternetGatewayId GatewayId=s,name:gatewayId InstanceId=s,name:instanceId InstanceOwnerId=s,name:instanceOwnerId NatGatewayId=s,name:natGatewayId TransitGatewayId=s,name:transitGatewayId LocalGatewayId=s,name:localGatewayId CarrierGatewayId=s,name:carrierGatewayId NetworkInterfaceId=s,name:networkInterfaceId Origin=s,name:origin State=s,name:state VpcPeeringConnectionId=s,name:vpcPeeringConnectionId CoreNetworkArn=s,name:coreNetworkArn OdbNetworkArn=s,name:odbNetworkArn IpAddress=s,name:ipAddress
        struct AssociationId=s,name:associationId Ipv6CidrBlock=s,name:ipv6CidrBlock Ipv6CidrBlockState=451,name:ipv6CidrBlockState Ipv6AddressAttribute=s,name:ipv6AddressAttribute IpSource=s,name:ipSource
        struct AssociationId=s,name:associationId Ipv6CidrBlock=s,name:ipv6CidrBlock Ipv6CidrBlockState=452,name:ipv6CidrBlockState NetworkBorderGroup=s,name:networkBorderGroup Ipv6Pool=s,name:ipv6Pool Ipv6AddressAttribute=s,name:ipv6AddressAttribute IpSource=s,name:ipSource
        struct AssociationId=s,name:associationId CidrBlock=s,name:cidrBlock CidrBlockState=452,name:cidrBlockState
        struct InternetGateway=453,name:internetGateway EgressOnlyInternetGateway=453,name:egressOnlyInternetGateway NatGateway=453,name:natGateway VirtualPrivateGateway=453,name:virtualPrivateGateway VpcPeering=453,name:vpcPeering Lambda=453,name:lambda VpcLattice=453,name:vpcLattice ElasticFileSystem=453,name:elasticFileSystem
        struct Code=s,name:code Message=s,name:message
        list 454,name:item
        list 455,name:item
        list 456,name:item
        list 295,name:item
        struct Code=s,name:code Message=s,name:message
        struct AttachTime=t,name:attachTime DeleteOnTermination=b,name:deleteOnTermination Status=s,name:status VolumeId=s,name:volumeId AssociatedResource=s,name:associatedResource VolumeOwnerId=s,name:volumeOwnerId Operator=259,name:operator EbsCardIndex=i,name:ebsCardIndex
        list s,name:item
        list s,name:item
        list s,name:item
        struct SupportedArchitectures=457,name:supportedArchitectures SustainedClockSpeedInGhz=d,name:sustainedClockSpeedInGhz SupportedFeatures=458,name:supportedFeatures Manufacturer=s,name:manufacturer
        struct DefaultVCpus=i,name:defaultVCpus DefaultCores=i,name:defaultCores DefaultThreadsPerCore=i,name:defaultThreadsPerCore ValidCores=459,name:validCores ValidThreadsPerCore=460,name:validThreadsPerCore
        struct SizeInMiB=l,name:sizeInMiB
        struct TotalSizeInGB=l,name:totalSizeInGB Disks=461,name:disks NvmeSupport=s,name:nvmeSupport EncryptionSupport=s,name:encryptionSupport
        struct EbsOptimizedSupport=s,name:ebsOptimizedSupport EncryptionSupport=s,name:encryptionSupport EbsOptimizedInfo=462,name:ebsOptimizedInfo NvmeSupport=s,name:nvmeSupport MaximumEbsAttachments=i,name:maximumEbsAttachments AttachmentLimitType=s,name:attachmentLimitType MaximumEbsCards=i,name:maximumEbsCards EbsCards=463,name:ebsCardSet
        struct NetworkPerformance=s,name:networkPerformance MaximumNetworkInterfaces=i,name:maximumNetworkInterfaces MaximumNetworkCards=i,name:maximumNetworkCards DefaultNetworkCardIndex=i,name:defaultNetworkCardIndex NetworkCards=464,name:networkCards Ipv4AddressesPerInterface=i,name:ipv4AddressesPerInterface Ipv6AddressesPerInterface=i,name:ipv6AddressesPerInterface Ipv6Supported=b,name:ipv6Supported EnaSupport=s,name:enaSupport EfaSupported=b,name:efaSupported EfaInfo=465,name:efaInfo EncryptionInTransitSupported=b,name:encryptionInTransitSupported EnaSrdSupported=b,name:enaSrdSupported BandwidthWeightings=466,name:bandwidthWeightings FlexibleEnaQueuesSupport=s,name:flexibleEnaQueuesSupport ConnectionTrackingConfiguration=467,name:connectionTrackingConfiguration SecondaryNetworkSupported=b,name:secondaryNetworkSupported MaximumSecondaryNetworkInterfaces=i,name:maximumSecondaryNetworkInterfaces Ipv4AddressesPerSecondaryInterface=i,name:ipv4AddressesPerSecondaryInterface
        struct Gpus=468,name:gpus TotalGpuMemoryInMiB=i,name:totalGpuMemoryInMiB
        struct Fpgas=469,name:fpgas TotalFpgaMemoryInMiB=i,name:totalFpgaMemoryInMiB
        struct SupportedStrategies=470,name:supportedStrategies
        struct Accelerators=471,name:accelerators TotalInferenceMemoryInMiB=i,name:totalInferenceMemoryInMiB
        list s,name:item
        struct SupportedVersions=472,name:supportedVersions
        struct Accelerators=473,name:accelerators TotalMediaMemoryInMiB=i,name:totalMediaMemoryInMiB
        struct NeuronDevices=474,name:neuronDevices TotalNeuronDeviceMemoryInMiB=i,name:totalNeuronDeviceMemoryInMiB
        struct AllocationId=s,name:allocationId AssociationId=s,name:associationId IpOwnerId=s,name:ipOwnerId PublicDnsName=s,name:publicDnsName PublicIp=s,name:publicIp CustomerOwnedIp=s,name:customerOwnedIp CarrierIp=s,name:carrierIp
        struct AttachTime=t,name:attachTime AttachmentId=s,name:attachmentId DeleteOnTermination=b,name:deleteOnTermination DeviceIndex=i,name:deviceIndex NetworkCardIndex=i,name:networkCardIndex InstanceId=s,name:instanceId InstanceOwnerId=s,name:instanceOwnerId Status=s,name:status EnaSrdSpecification=475,name:enaSrdSpecification EnaQueueCount=i,name:enaQueueCount
        struct TcpEstablishedTimeout=i,name:tcpEstablishedTimeout UdpStreamTimeout=i,name:udpStreamTimeout UdpTimeout=i,name:udpTimeout
        list 476,name:item
        struct DnsHostnameType=s,name:dnsHostnameType PublicIpv4DnsName=s,name:publicIpv4DnsName PublicIpv6DnsName=s,name:publicIpv6DnsName PublicDualStackDnsName=s,name:publicDualStackDnsName
        list 477,name:item
        list 478,name:item
        list 479,name:item
        list s,name:item
        struct VolumeId=s,name:volumeId DeleteOnTermination=b,name:deleteOnTermination
        struct IpProtocol=s FromPort=i ToPort=i CidrIpv4=s CidrIpv6=s PrefixListId=s ReferencedGroupId=s Description=s
        struct DeleteOnTermination=b,name:deleteOnTermination Iops=i,name:iops SnapshotId=s,name:snapshotId VolumeSize=i,name:volumeSize VolumeType=s,name:volumeType KmsKeyId=s,name:kmsKeyId Throughput=i,name:throughput OutpostArn=s,name:outpostArn AvailabilityZone=s,name:availabilityZone Encrypted=b,name:encrypted VolumeInitializationRate=i AvailabilityZoneId=s EbsCardIndex=i
        list 480,name:item
        list 481,name:item
        list 482,name:item
        list 483,name:item
        struct EnaSrdEnabled=b EnaSrdUdpSpecification=484
        struct TcpEstablishedTimeout=i UdpStreamTimeout=i UdpTimeout=i
        list 485,name:item
        list 486,name:item
        list 487,name:item
        struct CoreCount=i,name:coreCount ThreadsPerCore=i,name:threadsPerCore AmdSevSnp=s,name:amdSevSnp NestedVirtualization=s,name:nestedVirtualization
        struct CapacityReservationPreference=s,name:capacityReservationPreference CapacityReservationTarget=438,name:capacityReservationTarget
        struct Configured=b,name:configured
        list 488,name:item
        struct HostnameType=s,name:hostnameType EnableResourceNameDnsARecord=b,name:enableResourceNameDnsARecord EnableResourceNameDnsAAAARecord=b,name:enableResourceNameDnsAAAARecord
        struct AutoRecovery=s,name:autoRecovery RebootMigration=s,name:rebootMigration
        struct BandwidthWeighting=s,name:bandwidthWeighting
        list 489,name:item
        struct Code=i,name:code Name=s,name:name
        struct State=s,name:state
        struct Description=s,name:description UserId=s,name:userId GroupName=s,name:groupName GroupId=s,name:groupId VpcId=s,name:vpcId VpcPeeringConnectionId=s,name:vpcPeeringConnectionId PeeringStatus=s,name:peeringStatus
        struct Description=s,name:description CidrIp=s,name:cidrIp
        struct Description=s,name:description CidrIpv6=s,name:cidrIpv6
        struct Description=s,name:description PrefixListId=s,name:prefixListId
        struct Encrypted=b DeleteOnTermination=b Iops=i KmsKeyId=s SnapshotId=s VolumeSize=i VolumeType=s Throughput=i VolumeInitializationRate=i EbsCardIndex=i
        list 490,name:InstanceIpv6Address
        struct References=491,name:Reference
        list 492,name:SecondaryInterfacePrivateIpAddressSpecification
        struct DeviceName=s,name:deviceName VirtualName=s,name:virtualName Ebs=493,name:ebs NoDevice=s,name:noDevice
        struct AssociateCarrierIpAddress=b,name:associateCarrierIpAddress AssociatePublicIpAddress=b,name:associatePublicIpAddress DeleteOnTermination=b,name:deleteOnTermination Description=s,name:description DeviceIndex=i,name:deviceIndex Groups=195,name:groupSet InterfaceType=s,name:interfaceType Ipv6AddressCount=i,name:ipv6AddressCount Ipv6Addresses=210,name:ipv6AddressesSet NetworkInterfaceId=s,name:networkInterfaceId PrivateIpAddress=s,name:privateIpAddress PrivateIpAddresses=406,name:privateIpAddressesSet SecondaryPrivateIpAddressCount=i,name:secondaryPrivateIpAddressCount SubnetId=s,name:subnetId NetworkCardIndex=i,name:networkCardIndex Ipv4Prefixes=494,name:ipv4PrefixSet Ipv4PrefixCount=i,name:ipv4PrefixCount Ipv6Prefixes=495,name:ipv6PrefixSet Ipv6PrefixCount=i,name:ipv6PrefixCount PrimaryIpv6=b,name:primaryIpv6 EnaSrdSpecification=496,name:enaSrdSpecification ConnectionTrackingSpecification=497,name:connectionTrackingSpecification EnaQueueCount=i,name:enaQueueCount
        struct ResourceType=s,name:resourceType Tags=147,name:tagSet
        struct Type=s,name:type
        struct Type=s,name:type Count=i,name:count
        struct MaxPrice=s,name:maxPrice SpotInstanceType=s,name:spotInstanceType BlockDurationMinutes=i,name:blockDurationMinutes ValidUntil=t,name:validUntil InstanceInterruptionBehavior=s,name:instanceInterruptionBehavior
        struct CapacityReservationId=s,name:capacityReservationId CapacityReservationResourceGroupArn=s,name:capacityReservationResourceGroupArn
        struct LicenseConfigurationArn=s,name:licenseConfigurationArn
        struct Min=i,name:min Max=i,name:max
        struct Min=i,name:min Max=i,name:max
        struct Min=d,name:min Max=d,name:max
        struct Min=i,name:min Max=i,name:max
        struct Min=d,name:min Max=d,name:max
        struct Min=i,name:min Max=i,name:max
        struct Min=i,name:min Max=i,name:max
        struct Min=i,name:min Max=i,name:max
        struct Min=d,name:min Max=d,name:max
        struct Cpu=498,name:cpu
        struct DeleteOnTermination=b,name:deleteOnTermination DeviceIndex=i,name:deviceIndex PrivateIpAddresses=499,name:privateIpAddressesSet PrivateIpAddressCount=i,name:privateIpAddressCount SecondarySubnetId=s,name:secondarySubnetId InterfaceType=s,name:interfaceType NetworkCardIndex=i,name:networkCardIndex
        struct State=s,name:state StatusMessage=s,name:statusMessage
        struct State=s,name:state StatusMessage=s,name:statusMessage
        struct State=s,name:state StateMessage=s,name:stateMessage
        struct Message=s,name:message
        struct Name=s,name:name
        struct Name=s,name:name
        list s,name:item
        list s,name:item
        list i,name:item
        list i,name:item
        list 500,name:item
        struct BaselineBandwidthInMbps=i,name:baselineBandwidthInMbps BaselineThroughputInMBps=d,name:baselineThroughputInMBps BaselineIops=i,name:baselineIops MaximumBandwidthInMbps=i,name:maximumBandwidthInMbps MaximumThroughputInMBps=d,name:maximumThroughputInMBps MaximumIops=i,name:maximumIops
        list 501,name:item
        list 502,name:item
        struct MaximumEfaInterfaces=i,name:maximumEfaInterfaces
        list s,name:item
        struct DefaultTcpEstablishedTimeout=i,name:defaultTcpEstablishedTimeout DefaultUdpTimeout=i,name:defaultUdpTimeout DefaultUdpStreamTimeout=i,name:defaultUdpStreamTimeout
        list 503,name:item
        list 504,name:item
        list s,name:item
        list 505
        list s,name:item
        list 506,name:item
        list 507,name:item
        struct EnaSrdEnabled=b,name:enaSrdEnabled EnaSrdUdpSpecification=508,name:enaSrdUdpSpecification
        struct Ipv6Address=s,name:ipv6Address PublicIpv6DnsName=s,name:publicIpv6DnsName IsPrimaryIpv6=b,name:isPrimaryIpv6
        struct Association=393,name:association Primary=b,name:primary PrivateDnsName=s,name:privateDnsName PrivateIpAddress=s,name:privateIpAddress
        struct Ipv4Prefix=s,name:ipv4Prefix
        struct Ipv6Prefix=s,name:ipv6Prefix
        struct PrivateIpAddress=s,required
        struct Primary=b,name:primary PrivateIpAddress=s,name:privateIpAddress
        struct Ipv4Prefix=s
        struct Ipv6Prefix=s
        struct EnaSrdUdpEnabled=b
        struct ElasticGpuId=s,name:elasticGpuId ElasticGpuAssociationId=s,name:elasticGpuAssociationId ElasticGpuAssociationState=s,name:elasticGpuAssociationState ElasticGpuAssociationTime=s,name:elasticGpuAssociationTime
        struct ElasticInferenceAcceleratorArn=s,name:elasticInferenceAcceleratorArn ElasticInferenceAcceleratorAssociationId=s,name:elasticInferenceAcceleratorAssociationId ElasticInferenceAcceleratorAssociationState=s,name:elasticInferenceAcceleratorAssociationState ElasticInferenceAcceleratorAssociationTime=t,name:elasticInferenceAcceleratorAssociationTime
        struct Association=509,name:association Attachment=510,name:attachment Description=s,name:description Groups=172,name:groupSet Ipv6Addresses=210,name:ipv6AddressesSet MacAddress=s,name:macAddress NetworkInterfaceId=s,name:networkInterfaceId OwnerId=s,name:ownerId PrivateDnsName=s,name:privateDnsName PrivateIpAddress=s,name:privateIpAddress PrivateIpAddresses=511,name:privateIpAddressesSet SourceDestCheck=b,name:sourceDestCheck Status=s,name:status SubnetId=s,name:subnetId VpcId=s,name:vpcId InterfaceType=s,name:interfaceType Ipv4Prefixes=512,name:ipv4PrefixSet Ipv6Prefixes=513,name:ipv6PrefixSet ConnectionTrackingConfiguration=514,name:connectionTrackingConfiguration Operator=259,name:operator
        struct LicenseConfigurationArn=s,name:licenseConfigurationArn
        struct Attachment=515,name:attachment MacAddress=s,name:macAddress SecondaryInterfaceId=s,name:secondaryInterfaceId OwnerId=s,name:ownerId PrivateIpAddresses=516,name:privateIpAddressSet SourceDestCheck=b,name:sourceDestCheck Status=s,name:status SecondarySubnetId=s,name:secondarySubnetId SecondaryNetworkId=s,name:secondaryNetworkId InterfaceType=s,name:interfaceType
        struct Ipv6Address=s
        list 517,name:item
        struct PrivateIpAddress=s
        struct Encrypted=b,name:encrypted DeleteOnTermination=b,name:deleteOnTermination Iops=i,name:iops KmsKeyId=s,name:kmsKeyId SnapshotId=s,name:snapshotId VolumeSize=i,name:volumeSize VolumeType=s,name:volumeType Throughput=i,name:throughput VolumeInitializationRate=i,name:volumeInitializationRate EbsCardIndex=i,name:ebsCardIndex
        list 518,name:item
        list 519,name:item
        struct EnaSrdEnabled=b,name:enaSrdEnabled EnaSrdUdpSpecification=520,name:enaSrdUdpSpecification
        struct TcpEstablishedTimeout=i,name:tcpEstablishedTimeout UdpTimeout=i,name:udpTimeout UdpStreamTimeout=i,name:udpStreamTimeout
        struct References=521,name:referenceSet
        list 522,name:item
        struct SizeInGB=l,name:sizeInGB Count=i,name:count Type=s,name:type
        struct EbsCardIndex=i,name:ebsCardIndex BaselineBandwidthInMbps=i,name:baselineBandwidthInMbps BaselineThroughputInMBps=d,name:baselineThroughputInMBps BaselineIops=i,name:baselineIops MaximumBandwidthInMbps=i,name:maximumBandwidthInMbps MaximumThroughputInMBps=d,name:maximumThroughputInMBps MaximumIops=i,name:maximumIops
        struct NetworkCardIndex=i,name:networkCardIndex NetworkPerformance=s,name:networkPerformance MaximumNetworkInterfaces=i,name:maximumNetworkInterfaces AdditionalFlexibleNetworkInterfaces=i,name:additionalFlexibleNetworkInterfaces BaselineBandwidthInGbps=d,name:baselineBandwidthInGbps PeakBandwidthInGbps=d,name:peakBandwidthInGbps DefaultEnaQueueCountPerInterface=i,name:defaultEnaQueueCountPerInterface MaximumEnaQueueCount=i,name:maximumEnaQueueCount MaximumEnaQueueCountPerInterface=i,name:maximumEnaQueueCountPerInterface
        struct Name=s,name:name Manufacturer=s,name:manufacturer Count=i,name:count LogicalGpuCount=i,name:logicalGpuCount GpuPartitionSize=d,name:gpuPartitionSize Workloads=523,name:workloadSet MemoryInfo=524,name:memoryInfo
        struct Name=s,name:name Manufacturer=s,name:manufacturer Count=i,name:count MemoryInfo=525,name:memoryInfo
        struct Count=i,name:count Name=s,name:name Manufacturer=s,name:manufacturer MemoryInfo=526,name:memoryInfo
        struct Count=i,name:count Name=s,name:name Manufacturer=s,name:manufacturer MemoryInfo=527,name:memoryInfo
        struct Count=i,name:count Name=s,name:name CoreInfo=528,name:coreInfo MemoryInfo=529,name:memoryInfo
        struct EnaSrdUdpEnabled=b,name:enaSrdUdpEnabled
        struct CarrierIp=s,name:carrierIp CustomerOwnedIp=s,name:customerOwnedIp IpOwnerId=s,name:ipOwnerId PublicDnsName=s,name:publicDnsName PublicIp=s,name:publicIp
        struct AttachTime=t,name:attachTime AttachmentId=s,name:attachmentId DeleteOnTermination=b,name:deleteOnTermination DeviceIndex=i,name:deviceIndex Status=s,name:status NetworkCardIndex=i,name:networkCardIndex EnaSrdSpecification=530,name:enaSrdSpecification EnaQueueCount=i,name:enaQueueCount
        list 531,name:item
        list 532,name:item
        list 533,name:item
        struct TcpEstablishedTimeout=i,name:tcpEstablishedTimeout UdpStreamTimeout=i,name:udpStreamTimeout UdpTimeout=i,name:udpTimeout
        struct AttachTime=t,name:attachTime AttachmentId=s,name:attachmentId DeleteOnTermination=b,name:deleteOnTermination DeviceIndex=i,name:deviceIndex Status=s,name:status NetworkCardIndex=i,name:networkCardIndex
        list 534,name:item
        struct InstanceFamily=s
        struct Ipv4Prefix=s,name:ipv4Prefix
        struct Ipv6Prefix=s,name:ipv6Prefix
        struct EnaSrdUdpEnabled=b,name:enaSrdUdpEnabled
        list 535,name:item
        struct PrivateIpAddress=s,name:privateIpAddress
        list s,name:item
        struct SizeInMiB=i,name:sizeInMiB
        struct SizeInMiB=i,name:sizeInMiB
        struct SizeInMiB=i,name:sizeInMiB
        struct SizeInMiB=i,name:sizeInMiB
        struct Count=i,name:count Version=i,name:version
        struct SizeInMiB=i,name:sizeInMiB
        struct EnaSrdEnabled=b,name:enaSrdEnabled EnaSrdUdpSpecification=536,name:enaSrdUdpSpecification
        struct Association=509,name:association Primary=b,name:primary PrivateDnsName=s,name:privateDnsName PrivateIpAddress=s,name:privateIpAddress
        struct Ipv4Prefix=s,name:ipv4Prefix
        struct Ipv6Prefix=s,name:ipv6Prefix
        struct PrivateIpAddress=s,name:privateIpAddress
        struct InstanceFamily=s,name:instanceFamily
        struct EnaSrdUdpEnabled=b,name:enaSrdUdpEnabled
        """
}
