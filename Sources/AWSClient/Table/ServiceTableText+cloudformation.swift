// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The wire facts of cloudformation.
    static let cloudformation = """
        service id=cloudformation protocol=query version=2010-05-15 endpoint=cloudformation signing=cloudformation settings=cloudformation
        op ListStackResources in=0 out=1 wrap=ListStackResourcesResult page=NextToken>NextToken
        op ListStacks in=2 out=3 wrap=ListStacksResult page=NextToken>NextToken
        struct StackName=s,required NextToken=s
        struct StackResourceSummaries=4 NextToken=s
        struct NextToken=s StackStatusFilter=5
        struct StackSummaries=6 NextToken=s
        list 7
        list s
        list 8
        struct LogicalResourceId=s,required PhysicalResourceId=s ResourceType=s,required LastUpdatedTimestamp=t,required ResourceStatus=s,required ResourceStatusReason=s DriftInformation=9 ModuleInfo=10
        struct StackId=s StackName=s,required TemplateDescription=s CreationTime=t,required LastUpdatedTime=t DeletionTime=t StackStatus=s,required StackStatusReason=s ParentId=s RootId=s DriftInformation=11 LastOperations=12
        struct StackResourceDriftStatus=s,required LastCheckTimestamp=t
        struct TypeHierarchy=s LogicalIdHierarchy=s
        struct StackDriftStatus=s,required LastCheckTimestamp=t
        list 13
        struct OperationType=s OperationId=s
        """
}
