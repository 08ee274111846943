/// What is around the content of every page.
struct PageFrame<Content: Sendable>: Sendable {
    var title: String
    /// Paths of the assets, which change with their content.
    var stylesheet = Assets.stylesheet.path
    var script = Assets.script.path
    var icon = Assets.icon.path
    /// Who looks; empty on the login page.
    var person = ""
    var isKnown = false
    /// Which of the site's own pages it is.
    var isOverview = false
    var isHistory = false
    var canAct = false
    /// The person came in by the login page and can leave.
    var canLeave = false
    var formField = FormGuard.field
    var formToken = ""
    /// Seconds after which a browser without script looks again; 0 for never.
    var refresh = 0
    var isLive = false
    /// What was just done, in words of our own.
    var notice = ""
    var hasNotice = false
    var page: Content
}
