import Logging
import Model

extension ControllerInterface {
    /// What was done, newest first.
    /// - Throws: `ServerError` with status 502 when the status branch cannot be read; why is in the log, since an error of git
    ///   may name more than callers should see.
    func toldHistory(of environment: String?, limit: Int, logger: Logger) async throws(ServerError) -> [HistoryEntry] {
        do {
            return try await history(environment: environment, limit: limit)
        } catch {
            logger.warning("history could not be read", metadata: ["error": "\(error)"])
            throw ServerError(.badGateway, "git", "The status branch could not be read just now. Try again later.")
        }
    }
}
