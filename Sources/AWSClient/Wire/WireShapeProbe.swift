/// Compares request and response structs with the service table, property by property.
public enum WireShapeProbe {
    /// What does not fit: properties that the table lacks or that have another type there. Empty when all fit.
    ///
    /// Every property is reached, also of nested structs and of list and map elements. An enum that is not optional
    /// must be `CaseIterable`, so that the walk has a value for it.
    public static func problems(for request: any AWSRequest.Type) -> [String] {
        problemsOf(request)
    }

    private static func problemsOf<R: AWSRequest>(_ request: R.Type) -> [String] {
        let table: ServiceTable
        let operation: ServiceTable.Operation
        do throws(AWSError) {
            (table, operation) = try ServiceTable.operation(of: R.action)
        } catch {
            return ["\(R.action): \(error.message)"]
        }
        let input = ShapeWalk(table: table)
        input.walk(R.self, as: operation.input, at: "\(R.action) request")
        let output = ShapeWalk(table: table)
        output.walk(R.Response.self, as: operation.output, at: "\(R.action) response")
        return input.problems + output.problems
    }
}
