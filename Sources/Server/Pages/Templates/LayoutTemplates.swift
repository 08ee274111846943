/// What is around every page, and the parts that several pages share.
enum LayoutTemplates {
    static let all = ["layout": layout, "badge": badge, "commit": commit, "moment": moment, "activity": activity]

    private static let layout = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{title}} · Plumbline</title>
        <link rel="icon" href="{{icon}}">
        <link rel="stylesheet" href="{{stylesheet}}">
        {{#isLive}}<noscript><meta http-equiv="refresh" content="{{refresh}}"></noscript>
        <script src="{{script}}" defer></script>
        {{/isLive}}
        </head>
        <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="site"><div>
        <a class="brand" href="/"><img src="{{icon}}" alt="" width="26" height="26">Plumbline</a>
        {{#isKnown}}
        <nav aria-label="Site"><a href="/"{{#isOverview}} aria-current="page"{{/isOverview}}>Environments</a><a href="/history"{{#isHistory}} aria-current="page"{{/isHistory}}>History</a></nav>
        {{#isLive}}<p id="live" class="live" role="status" data-events="/api/v1/events">Reload for news</p>{{/isLive}}
        <div class="who"><span>{{person}}</span>
        {{#canLeave}}<form class="inline" method="post" action="/logout"><input type="hidden" name="{{formField}}" value="{{formToken}}"><button class="plain">Sign out</button></form>{{/canLeave}}
        </div>
        {{/isKnown}}
        </div></header>
        <main id="main">
        {{#hasNotice}}<p class="banner good" role="status">{{notice}}</p>{{/hasNotice}}
        {{$main}}{{/main}}
        </main>
        </body>
        </html>
        """

    private static let badge = """
        <span class="badge {{tone}}"><span aria-hidden="true">{{sign}}</span>{{text}}</span>
        """

    private static let commit = """
        {{#isLinked}}<a class="mono" href="{{url}}" title="{{full}}" rel="noreferrer">{{text}}</a>{{/isLinked}}{{^isLinked}}<span class="mono" title="{{full}}">{{text}}</span>{{/isLinked}}
        """

    private static let moment = """
        <time datetime="{{exact}}" title="{{exact}}">{{text}}</time>
        """

    private static let activity = """
        <section class="card" hidden><h2>Activity</h2><ol class="events" id="activity" aria-live="polite"></ol></section>
        """
}
