/// The page of all environments.
enum OverviewTemplate {
    static let text = """
        {{<layout}}{{$main}}{{#page}}
        <h1>Environments</h1>
        <div id="environments" data-part>
        <p class="lead"><span class="mono">{{repository}}</span>, {{ref}}{{#head}}, newest commit {{>commit}}{{/head}}</p>
        {{#hasTrouble}}<div class="banner bad" role="alert"><p><strong>The config repository cannot be read.</strong> What was read last stays in force.</p><p>{{trouble}}</p></div>{{/hasTrouble}}
        {{#hasInvalid}}<div class="banner bad" role="alert"><p><strong>The newest commit is not valid.</strong> The last valid one stays in force.</p><ul>{{#invalid}}<li><code>{{.}}</code></li>{{/invalid}}</ul></div>{{/hasInvalid}}
        <ul class="counts">{{#counts}}<li><span class="badge {{badge.tone}}"><span aria-hidden="true">{{badge.sign}}</span>{{number}} {{badge.text}}</span></li>{{/counts}}</ul>
        {{#isEmpty}}<div class="card"><p>No environment is known yet. They appear after the first look at the config repository.</p></div>{{/isEmpty}}
        {{^isEmpty}}
        <div class="card flush stack"><table>
        <thead><tr><th scope="col">Environment</th><th scope="col">State</th><th scope="col">What it says</th><th scope="col">Applied</th><th scope="col">Drift</th><th scope="col">Next look</th><th scope="col">Held by</th></tr></thead>
        <tbody>
        {{#rows}}
        <tr data-environment="{{name}}">
        <th scope="row"><a href="{{link}}">{{name}}</a><small>{{account}}</small><small>{{region}}</small></th>
        <td class="tight">{{#badge}}{{>badge}}{{/badge}}{{#since}}<small>{{>moment}}</small>{{/since}}</td>
        <td class="say" data-label="What it says">{{message}}</td>
        <td class="tight" data-label="Applied">{{#applied}}{{>commit}}{{/applied}}{{^applied}}<span class="soft">never</span>{{/applied}}{{#observed}}<small>newest: {{>commit}}</small>{{/observed}}</td>
        <td class="tight" data-label="Drift">{{#hasDrift}}{{drift}} of {{resources}}{{/hasDrift}}{{^hasDrift}}<span class="soft">none of {{resources}}</span>{{/hasDrift}}</td>
        <td class="tight" data-label="Next look">{{#next}}{{>moment}}{{/next}}{{^next}}<span class="soft">–</span>{{/next}}</td>
        <td class="tight" data-label="Held by">{{holder}}{{#heldSince}}<small>taken {{>moment}}</small>{{/heldSince}}</td>
        </tr>
        {{/rows}}
        </tbody></table></div>
        {{/isEmpty}}
        </div>
        {{>activity}}
        <footer>Plumbline {{version}}, replica {{replica}}, started {{#started}}{{>moment}}{{/started}}</footer>
        {{/page}}{{/main}}{{/layout}}
        """
}
