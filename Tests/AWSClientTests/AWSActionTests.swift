import Testing

@testable import AWSClient

@Suite("Actions and errors")
struct AWSActionTests {
    @Test("both spellings of a service are one action, printed as IAM does")
    func spellings() {
        let model: AWSAction = "elbv2:DescribeRules"
        let policy: AWSAction = "elasticloadbalancing:DescribeRules"
        #expect(model == policy)
        #expect(model.description == "elasticloadbalancing:DescribeRules")
        #expect(model.service.id == "elbv2")
        #expect(AWSAction("resourcegroupstaggingapi:GetResources").description == "tag:GetResources")
    }

    @Test("an error reads as a sentence with the action and the request id")
    func sentences() {
        let denied = AWSError(
            code: "UnauthorizedOperation",
            action: "ec2:CreateVpc",
            message: "You are not authorized to perform this operation.",
            requestID: "r-1",
            httpStatus: 403
        )
        #expect(
            denied.description
                == "ec2:CreateVpc was denied: You are not authorized to perform this operation. (request id r-1)"
        )
        #expect(denied.isAccessDenied && !denied.isRetryable)
        let throttled = AWSError(code: "RequestLimitExceeded", action: "ec2:CreateVpc", message: "")
        #expect(throttled.isThrottling && throttled.isRetryable)
        #expect(throttled.description == "ec2:CreateVpc was throttled: RequestLimitExceeded")
    }

    @Test("a secret does not print, however it is printed")
    func secrets() {
        let credentials = Credentials(
            accessKeyID: "AKID",
            secretAccessKey: Secret("hush"),
            sessionToken: Secret("hush-token")
        )
        var dumped = ""
        dump(credentials, to: &dumped)
        for text in ["\(credentials)", String(reflecting: credentials), dumped, "\(Secret("hush"))"] {
            #expect(!text.contains("hush"))
        }
        #expect("\(credentials)".contains("•••"))
    }
}
