/// The page of one environment, its tree and its actions.
enum EnvironmentTemplates {
    static let all = ["environment": environment, "node": node, "actions": actions]

    private static let environment = """
        {{<layout}}{{$main}}{{#page}}
        <div id="state" data-part>
        <div class="top"><h1>{{name}}</h1>{{#badge}}{{>badge}}{{/badge}}</div>
        <p class="lead">Account {{account}}, {{region}}. <a href="{{link}}/history">History</a></p>
        {{#suspension}}<div class="banner waiting"><p><strong>Suspended by {{by}}</strong> until {{#until}}{{>moment}}{{/until}}: {{reason}}</p></div>{{/suspension}}
        {{#isElsewhere}}<p class="soft">{{#isHeld}}{{holder}} works on it. What is shown here is what it recorded last.{{/isHeld}}{{^isHeld}}No replica works on it right now. What is shown here was recorded last.{{/isHeld}}</p>{{/isElsewhere}}
        <section class="card" aria-label="State">
        <dl class="facts">
        <div><dt>Applied</dt><dd>{{#applied}}{{>commit}}{{/applied}}{{^applied}}never{{/applied}}</dd></div>
        <div><dt>Newest commit</dt><dd>{{#observed}}{{>commit}}{{/observed}}{{^observed}}–{{/observed}}</dd></div>
        <div><dt>Next look</dt><dd>{{#next}}{{>moment}}{{/next}}{{^next}}–{{/next}}</dd></div>
        <div><dt>Drift is</dt><dd>{{driftMode}}</dd></div>
        <div><dt>Held by</dt><dd>{{holder}}{{#heldSince}}, taken {{>moment}}{{/heldSince}}</dd></div>
        {{#hasDrift}}<div><dt>Drifted</dt><dd>{{#drifted}}<div><code>{{.}}</code></div>{{/drifted}}</dd></div>{{/hasDrift}}
        {{#hasFailures}}<div><dt>Failures in a row</dt><dd>{{failures}}</dd></div>{{/hasFailures}}
        </dl>
        </section>
        <section class="card flush stack" aria-label="Conditions"><table>
        <thead><tr><th scope="col">Condition</th><th scope="col">Is</th><th scope="col">Reason</th><th scope="col">What it says</th><th scope="col">Since</th></tr></thead>
        <tbody>{{#conditions}}<tr><th scope="row">{{kind}}</th><td class="tight">{{#badge}}{{>badge}}{{/badge}}</td><td data-label="Reason">{{reason}}</td><td class="say" data-label="What it says">{{message}}</td><td class="tight" data-label="Since">{{#since}}{{>moment}}{{/since}}</td></tr>{{/conditions}}</tbody>
        </table></section>
        </div>
        <div class="columns"><div>
        <div id="plan" data-part>
        {{#hasPlan}}{{#plan}}{{>plan-body}}{{/plan}}{{/hasPlan}}
        </div>
        <section class="card" aria-label="Resources"><h2>Resources</h2>
        <div id="tree" data-part>
        <ul class="counts">{{#counts}}<li><span class="badge {{badge.tone}}"><span aria-hidden="true">{{badge.sign}}</span>{{number}} {{badge.text}}</span></li>{{/counts}}</ul>
        {{#isEmpty}}<p class="soft">Nothing is known of its resources yet.</p>{{/isEmpty}}
        <div class="tree">{{#tree}}{{>node}}{{/tree}}</div>
        </div>
        </section>
        </div><aside>
        {{#canAct}}<section class="card actions" id="actions" data-part aria-label="Actions">{{>actions}}</section>{{/canAct}}
        {{>activity}}
        </aside></div>
        {{/page}}{{/main}}{{/layout}}
        """

    private static let node = """
        {{#isResource}}<details id="{{id}}"{{#isOpen}} open{{/isOpen}}><summary><span class="name">{{name}}</span>{{#badge}}{{>badge}}{{/badge}}<span class="kind">{{type}}</span></summary>
        <div class="inside">
        {{#hasMessage}}<p>{{message}}</p>{{/hasMessage}}
        <table>
        {{#hasIdentifier}}<tr><th scope="row">Identifier</th><td><code>{{identifier}}</code></td></tr>{{/hasIdentifier}}
        {{#hasDependencies}}<tr><th scope="row">Depends on</th><td>{{#dependencies}}<div><code>{{.}}</code></div>{{/dependencies}}</td></tr>{{/hasDependencies}}
        {{#fields}}<tr><th scope="row">{{name}}</th><td><pre>{{value}}</pre></td></tr>{{/fields}}
        </table>
        {{^hasFields}}<p class="soft">No managed field of it is known.</p>{{/hasFields}}
        </div></details>{{/isResource}}
        {{^isResource}}<details class="group" id="{{id}}"{{#isOpen}} open{{/isOpen}}><summary><span class="name">{{name}}</span>{{#badge}}{{>badge}}{{/badge}}<span class="kind">{{size}}</span></summary>
        {{#children}}{{>node}}{{/children}}
        </details>{{/isResource}}
        """

    private static let actions = """
        <h2>Actions</h2>
        {{#plan}}{{#needsApproval}}<form method="post" action="{{link}}/approve"><input type="hidden" name="{{formField}}" value="{{formToken}}"><input type="hidden" name="digest" value="{{digest}}"><button class="main">Approve this plan</button><p class="soft">Commits an approval of exactly the plan shown here.</p></form>{{/needsApproval}}{{/plan}}
        <form method="post" action="{{link}}/retry"><input type="hidden" name="{{formField}}" value="{{formToken}}"><button>Try again now</button></form>
        {{#isSuspended}}<form method="post" action="{{link}}/resume"><input type="hidden" name="{{formField}}" value="{{formToken}}"><button>End the suspension</button></form>{{/isSuspended}}
        {{^isSuspended}}<form method="post" action="{{link}}/suspend"><input type="hidden" name="{{formField}}" value="{{formToken}}">
        <label>Reason<input name="reason" required maxlength="500" autocomplete="off"></label>
        <label>For<select name="for"><option value="30m">30 minutes</option><option value="2h" selected>2 hours</option><option value="8h">8 hours</option><option value="1d">1 day</option><option value="7d">7 days</option></select></label>
        <button>Suspend</button></form>{{/isSuspended}}
        """
}
