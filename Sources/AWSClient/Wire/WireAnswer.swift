/// A successful answer, read by its shape.
struct WireAnswer: Sendable {
    let value: WireValue
    let requestID: String?

    /// The answer as the operation's response struct. Throws `UnparsableResponse` when the struct needs what is not there.
    func decoded<Response: Decodable>(as type: Response.Type, of action: AWSAction) throws(AWSError) -> Response {
        do {
            return try WireDecoder.decode(type, from: value)
        } catch {
            throw AWSError(
                code: AWSError.Codes.unparsableResponse,
                action: action,
                message: "the answer is not what the model promises: \(Self.explain(error))",
                requestID: requestID
            )
        }
    }

    private static func explain(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.typeMismatch(_, let context), DecodingError.dataCorrupted(let context):
            context.debugDescription
        default: "\(error)"
        }
    }
}
