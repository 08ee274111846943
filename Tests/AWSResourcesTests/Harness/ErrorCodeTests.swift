import AWSClient
import Model
import Testing

@testable import AWSResources

@Suite("What the engine is told of AWS's errors")
struct ErrorCodeTests {
    @Test(
        "what passes by without anybody mending anything is told as out of reach",
        arguments: [
            ("ConnectionFailed", nil), ("RequestLimitExceeded", 503), ("ThrottlingException", 400),
            ("InternalFailure", 500), ("ServiceUnavailable", 503), ("ExpiredToken", 403),
            ("ExpiredTokenException", 400),
        ] as [(String, Int?)])
    func passing(code: String, status: Int?) {
        #expect(translated(code, status) == .unreachable)
    }

    @Test(
        "what somebody has to mend is told as what it is",
        arguments: [
            ("UnauthorizedOperation", 403, ResourceError.Code.denied), ("InvalidVpcID.NotFound", 400, .notFound),
            ("DependencyViolation", 400, .inUse), ("ValidationError", 400, .refused),
            ("UnsupportedOperation", 500, .refused),
        ])
    func lasting(code: String, status: Int, expected: ResourceError.Code) {
        #expect(translated(code, status) == expected)
    }

    private func translated(_ code: String, _ status: Int?) -> ResourceError.Code {
        ResourceError(
            translating: AWSError(code: code, action: "ec2:DescribeVpcs", message: "no", httpStatus: status)
        ).code
    }
}
