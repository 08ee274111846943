// Written by Scripts/generate-service-table from botocore 1.43.11. Do not edit: change operations.txt.
// swift-format-ignore-file

extension ServiceTableText {
    /// The partitions and their endpoints.
    static let partitions = """
        partition aws suffix=amazonaws.com global=us-east-1 prefixes=af,ap,ca,eu,il,me,mx,sa,us
        global iam aws iam.amazonaws.com us-east-1
        partition aws-cn suffix=amazonaws.com.cn global=cn-northwest-1 prefixes=cn
        global iam aws-cn iam.cn-north-1.amazonaws.com.cn cn-north-1
        partition aws-eusc suffix=amazonaws.eu global=eusc-de-east-1 prefixes=eusc-de
        partition aws-iso suffix=c2s.ic.gov global=us-iso-east-1 prefixes=us-iso
        global iam aws-iso iam.us-iso-east-1.c2s.ic.gov us-iso-east-1
        partition aws-iso-b suffix=sc2s.sgov.gov global=us-isob-east-1 prefixes=us-isob
        global iam aws-iso-b iam.us-isob-east-1.sc2s.sgov.gov us-isob-east-1
        partition aws-iso-e suffix=cloud.adc-e.uk global=eu-isoe-west-1 prefixes=eu-isoe
        partition aws-iso-f suffix=csp.hci.ic.gov global=us-isof-south-1 prefixes=us-isof
        global iam aws-iso-f iam.us-isof-south-1.csp.hci.ic.gov us-isof-south-1
        partition aws-us-gov suffix=amazonaws.com global=us-gov-west-1 prefixes=us-gov
        global iam aws-us-gov iam.us-gov.amazonaws.com us-gov-west-1
        """
}
