// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of resourcegroupstaggingapi.
    static let resourcegroupstaggingapi = """
        service id=resourcegroupstaggingapi protocol=json version=2017-01-26 endpoint=tagging signing=tagging settings=resource_groups_tagging_api target=ResourceGroupsTaggingAPI_20170126 json=1.1
        op GetResources in=0 out=1 page=PaginationToken>PaginationToken limit=ResourcesPerPage error=InvalidParameterException: error=ThrottledException: error=InternalServiceException: error=PaginationTokenExpiredException:
        op TagResources in=2 out=3 error=InvalidParameterException: error=ThrottledException: error=InternalServiceException:
        op UntagResources in=4 out=5 error=InvalidParameterException: error=ThrottledException: error=InternalServiceException:
        struct PaginationToken=s TagFilters=6 ResourcesPerPage=i TagsPerPage=i ResourceTypeFilters=7 IncludeComplianceDetails=b ExcludeCompliantResources=b ResourceARNList=8
        struct PaginationToken=s ResourceTagMappingList=9
        struct ResourceARNList=10,required Tags=11,required
        struct FailedResourcesMap=12
        struct ResourceARNList=10,required TagKeys=13,required
        struct FailedResourcesMap=12
        list 14
        list s
        list s
        list 15
        list s
        map s s
        map s 16
        list s
        struct Key=s Values=17
        struct ResourceARN=s Tags=18 ComplianceDetails=19
        struct StatusCode=i ErrorCode=s ErrorMessage=s
        list s
        list 20
        struct NoncompliantKeys=21 KeysWithNoncompliantValues=21 ComplianceStatus=b
        struct Key=s,required Value=s,required
        list s
        """
}
