/// A plan as a difference.
enum PlanTemplates {
    static let all = ["plan": page, "plan-body": body, "change": change, "fields": fields]

    private static let page = """
        {{<layout}}{{$main}}{{#page}}
        <h1>Plan of {{name}}</h1>
        <p class="lead"><a href="{{link}}">Back to {{name}}</a></p>
        <div id="plan" data-part>
        {{#hasPlan}}{{#plan}}{{>plan-body}}{{/plan}}{{/hasPlan}}
        {{^hasPlan}}<div class="card"><p>Nothing was planned yet.</p></div>{{/hasPlan}}
        </div>
        {{/page}}{{/main}}{{/layout}}
        """

    private static let body = """
        {{#needsApproval}}<div class="banner waiting"><p><strong>This plan waits for an approval.</strong></p><ul>{{#approvalReasons}}<li>{{.}}</li>{{/approvalReasons}}</ul></div>{{/needsApproval}}
        <section class="card" aria-label="Plan">
        <h2><a href="{{link}}/plan">Plan</a> of {{#revision}}{{>commit}}{{/revision}}, made {{#made}}{{>moment}}{{/made}}</h2>
        <p class="soft"><code>{{digest}}</code></p>
        <ul class="tallies">{{#tallies}}<li class="{{action}}"><span class="sign">{{sign}}</span> {{number}} to {{action}}</li>{{/tallies}}<li class="soft">{{unchanged}} unchanged</li></ul>
        {{#hasBegun}}<p><progress value="{{done}}" max="{{total}}" aria-label="Changes done"></progress> {{done}} of {{total}} done</p>{{/hasBegun}}
        {{#hasDiagnostics}}<div class="banner waiting"><ul>{{#diagnostics}}<li><code>{{.}}</code></li>{{/diagnostics}}</ul></div>{{/hasDiagnostics}}
        {{^hasChanges}}<p>Nothing is to be changed.</p>{{/hasChanges}}
        {{#changes}}{{>change}}{{/changes}}
        </section>
        """

    private static let change = """
        <article class="change {{action}}" id="{{id}}" data-state="{{state.text}}">
        <div class="head"><span class="sign" aria-hidden="true">{{sign}}</span><h3>{{action}} {{address}}</h3>{{#state}}{{>badge}}{{/state}}</div>
        {{^isFolded}}<p class="kind">{{type}}, {{because}}</p>{{/isFolded}}
        {{#hasMessage}}<p class="fields">{{message}}</p>{{/hasMessage}}
        {{#hasIdentifier}}<p class="fields soft"><code>{{identifier}}</code></p>{{/hasIdentifier}}
        {{#isFolded}}<details class="folded" id="{{id}}-fields"><summary>{{type}}, {{because}}: {{size}}</summary>{{>fields}}</details>{{/isFolded}}{{^isFolded}}{{#hasFields}}{{>fields}}{{/hasFields}}{{/isFolded}}
        </article>
        """

    private static let fields = """
        <div class="fields">{{#fields}}<div class="field"><div class="name">{{name}}</div><div class="diff mono">{{#lines}}{{#isRemoved}}<del>{{text}}</del>{{/isRemoved}}{{#isAdded}}<ins>{{text}}</ins>{{/isAdded}}{{#isSame}}<span class="same">{{text}}</span>{{/isSame}}{{/lines}}</div></div>{{/fields}}</div>
        """
}
