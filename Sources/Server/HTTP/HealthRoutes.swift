import Hummingbird
import Model

/// `/healthz`, `/readyz`, for everybody, and `/metrics`, for those with the right to read.
struct HealthRoutes: Sendable {
    let controller: any ControllerInterface
    let metrics: MetricsRegistry
    let doors: Doors

    func add(to router: some RouterMethods<ServerContext>) {
        router.get("/healthz") { _, _ in "ok\n" }
        router.get("/readyz") { _, _ in
            let isReady = await controller.isReady()
            return EditedResponse(
                status: isReady ? .ok : .serviceUnavailable,
                response: isReady ? "ready\n" : "not everything was looked at yet\n")
        }
        router.get("/metrics") { request, context in
            _ = try doors.open(request, context, for: .read)
            return Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: metrics.text())))
        }
    }
}
