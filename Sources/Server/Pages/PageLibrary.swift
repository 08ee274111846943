import Hummingbird
import Mustache

/// The pages' templates, read once. Every text that goes into them is escaped by Mustache.
struct PageLibrary: Sendable {
    private let library: MustacheLibrary

    /// - Throws: when a template cannot be read, which is a fault of this program.
    init() throws {
        var library = MustacheLibrary()
        let sets = [LayoutTemplates.all, EnvironmentTemplates.all, PlanTemplates.all, OtherTemplates.all]
        for (name, text) in sets.flatMap({ $0 }) + [("overview", OverviewTemplate.text)] {
            try library.register(text, named: name)
        }
        self.library = library
    }

    func response<Content: Sendable>(
        _ template: String, _ frame: PageFrame<Content>, status: HTTPResponse.Status = .ok
    ) -> Response {
        response(text: library.render(frame, withTemplate: template) ?? "", status: status)
    }

    /// The page that leads on to an address here.
    func pass(to next: String) -> Response {
        response(text: library.render(["next": next], withTemplate: "pass") ?? "", status: .ok)
    }

    private func response(text: String, status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
