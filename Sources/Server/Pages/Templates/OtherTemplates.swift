/// History, login and messages.
enum OtherTemplates {
    static let all = ["history": history, "login": login, "message": message, "pass": pass]

    private static let history = """
        {{<layout}}{{$main}}{{#page}}
        <h1>{{heading}}</h1>
        <p class="lead">Every entry is a commit on the status branch.{{#back}} <a href="{{link}}">Back to {{name}}</a>{{/back}}</p>
        <div id="history" data-part>
        {{#isEmpty}}<div class="card"><p>Nothing was done yet.</p></div>{{/isEmpty}}
        {{^isEmpty}}<div class="card flush stack"><table>
        <thead><tr><th scope="col">When</th><th scope="col">Environment</th><th scope="col">What</th><th scope="col">Outcome</th><th scope="col">Revision</th><th scope="col">Status commit</th></tr></thead>
        <tbody>
        {{#rows}}<tr><td class="tight" data-label="When">{{#time}}{{>moment}}{{/time}}</td><td data-label="Environment"><a href="{{link}}">{{environment}}</a></td><td class="say" data-label="What">{{subject}}</td><td class="tight" data-label="Outcome">{{#badge}}{{>badge}}{{/badge}}</td><td class="tight" data-label="Revision">{{#revision}}{{>commit}}{{/revision}}</td><td class="tight" data-label="Status commit">{{#commit}}{{>commit}}{{/commit}}</td></tr>
        {{/rows}}
        </tbody></table></div>{{/isEmpty}}
        </div>
        {{/page}}{{/main}}{{/layout}}
        """

    private static let login = """
        {{<layout}}{{$main}}{{#page}}
        <div class="card narrow"><h1>Sign in</h1>
        {{#hasMessage}}<p class="banner bad" role="alert">{{message}}</p>{{/hasMessage}}
        <form class="actions" method="post" action="/login">
        <input type="hidden" name="next" value="{{next}}">
        <p><label>Access token<input type="password" name="token" required autofocus autocomplete="current-password"></label></p>
        <button class="main">Sign in</button></form>
        </div>
        {{/page}}{{/main}}{{/layout}}
        """

    private static let message = """
        {{<layout}}{{$main}}{{#page}}
        <div class="card narrow"><h1>{{heading}}</h1><p>{{message}}</p><p><a href="{{next}}">Go on</a></p></div>
        {{/page}}{{/main}}{{/layout}}
        """

    /// A browser that follows a link from another site does not send the session's cookie; from this page it does.
    private static let pass = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plumbline</title>
        <meta http-equiv="refresh" content="0; url={{next}}"></head><body><p><a href="{{next}}">Go on</a></p></body></html>
        """
}
