/// The figures that Plumbline tells. Labels hold environments' names and words of a fixed set.
extension Metric {
    /// Label: `environment`, `outcome`.
    public static let reconcileDuration = Metric(
        "plumbline_reconcile_duration_seconds", .histogram,
        "From taking an environment up to the end of its reconciliation, by environment and outcome.",
        buckets: [0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800])
    /// Label: `environment`.
    public static let driftedResources = Metric(
        "plumbline_drifted_resources", .gauge, "Resources that AWS held otherwise at the last look, by environment.")
    /// Labels: `environment`, `action`.
    public static let planChanges = Metric(
        "plumbline_plan_changes", .gauge, "Changes of the newest plan, by environment and action.")
    /// Labels: `environment`, `condition`. 1 while it is true.
    public static let conditions = Metric(
        "plumbline_condition", .gauge, "Whether Ready, Reconciling and Stalled are true, by environment.")
    /// Labels: `environment`, `outcome`.
    public static let changes = Metric(
        "plumbline_changes_total", .counter, "Changes that were carried out, by environment and outcome.")
    /// Labels: `service`, `action`.
    public static let awsCalls = Metric(
        "plumbline_aws_calls_total", .counter, "Calls to AWS, by service and action.")
    /// Labels: `service`, `action`.
    public static let awsThrottles = Metric(
        "plumbline_aws_throttles_total", .counter,
        "Calls that AWS turned away for coming too fast, by service and action.")
    /// Labels: `operation`, `outcome`.
    public static let gitRequests = Metric(
        "plumbline_git_requests_total", .counter, "Requests to git repositories, by operation and outcome.")
    public static let queueDepth = Metric(
        "plumbline_queue_depth", .gauge, "Environments that wait for their turn.")
    public static let leasesHeld = Metric(
        "plumbline_leases_held", .gauge, "Environments that this replica works on.")
    /// Labels: `sender`, `result`.
    public static let webhooks = Metric(
        "plumbline_webhooks_total", .counter, "Webhooks that came in, by sender and result.")
    /// Labels: `channel`, `kind`, `outcome`.
    public static let notifications = Metric(
        "plumbline_notifications_total", .counter, "Notifications, by channel, its kind, and outcome.")
    /// Labels: `route`, `status`.
    public static let httpRequests = Metric(
        "plumbline_http_requests_total", .counter, "HTTP requests that were answered, by route and status.")
    public static let eventStreams = Metric(
        "plumbline_event_streams", .gauge, "Streams of events that are open.")
    /// Label: `version`. Always 1.
    public static let buildInfo = Metric(
        "plumbline_build_info", .gauge, "The version that runs.")

    /// All of them.
    public static let all: [Metric] = [
        reconcileDuration, driftedResources, planChanges, conditions, changes, awsCalls, awsThrottles, gitRequests,
        queueDepth, leasesHeld, webhooks, notifications, httpRequests, eventStreams, buildInfo,
    ]
}
