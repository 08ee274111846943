/// The look of the pages, in light and dark.
enum Stylesheet {
    static let text = """
        :root {
          color-scheme: light dark;
          --ground: #f6f7f9; --card: #ffffff; --ink: #1b2430; --soft: #566273; --line: #d9dee5; --accent: #1f5f99;
          --accent-ink: #ffffff; --good: #1a6b3c; --good-ground: #e2f4e8; --busy: #1f5f99; --busy-ground: #e1eefa;
          --waiting: #7a4d00; --waiting-ground: #fdf0d5; --bad: #a3211b; --bad-ground: #fde7e5; --quiet: #566273;
          --quiet-ground: #eceff3; --code: #f2f4f7;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #12171e; --card: #1a212b; --ink: #e6ebf2; --soft: #9fadbf; --line: #313c4a; --accent: #7cb8ef;
            --accent-ink: #0d1722; --good: #7fdba2; --good-ground: #163423; --busy: #8cc4f8; --busy-ground: #162f47;
            --waiting: #f2c46d; --waiting-ground: #3a2b0d; --bad: #ff9d94; --bad-ground: #44191a; --quiet: #a9b6c6;
            --quiet-ground: #28323f; --code: #141a22;
          }
        }
        * { box-sizing: border-box; }
        html { font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
        body { margin: 0; background: var(--ground); color: var(--ink); }
        a { color: var(--accent); text-underline-offset: 2px; }
        a:focus-visible, button:focus-visible, summary:focus-visible, input:focus-visible, select:focus-visible {
          outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px;
        }
        code, pre, .mono { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .88em; }
        code { overflow-wrap: anywhere; }
        .skip { position: absolute; left: -999px; }
        .skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem; z-index: 1; }
        header.site { background: var(--card); border-bottom: 1px solid var(--line); }
        header.site > div {
          max-width: 76rem; margin: 0 auto; padding: .6rem 1.25rem; display: flex; flex-wrap: wrap; gap: .4rem 1.25rem;
          align-items: center;
        }
        header.site img { width: 26px; height: 26px; display: block; }
        .brand { display: flex; gap: .55rem; align-items: center; font-weight: 650; color: var(--ink); text-decoration: none; }
        header.site nav { display: flex; gap: .25rem; flex: 1; }
        header.site nav a { color: var(--soft); text-decoration: none; padding: .2rem .6rem; border-radius: 6px; }
        header.site nav a:hover, header.site nav a[aria-current] { color: var(--ink); background: var(--quiet-ground); }
        header.site .who { color: var(--soft); display: flex; gap: .75rem; align-items: center; }
        main, footer { max-width: 76rem; margin: 0 auto; padding: 1.25rem; }
        footer { color: var(--soft); font-size: .87rem; padding: 0; }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .35rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.08rem; margin: 0 0 .7rem; }
        h3 { font-size: .95rem; margin: 0; }
        p { margin: 0 0 .6rem; }
        .lead { color: var(--soft); margin-bottom: 1rem; }
        .soft { color: var(--soft); }
        .top { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin-bottom: .35rem; }
        .top h1 { margin: 0; }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: 9px; padding: 1rem 1.15rem; margin-bottom: 1.1rem; }
        .card.flush { padding: 0; overflow-x: auto; }
        .banner { border-radius: 9px; padding: .8rem 1.1rem; margin-bottom: 1.1rem; border: 1px solid currentColor; }
        .banner.good { color: var(--good); background: var(--good-ground); }
        .banner.bad { color: var(--bad); background: var(--bad-ground); }
        .banner.waiting { color: var(--waiting); background: var(--waiting-ground); }
        .banner ul { margin: .3rem 0 0; padding-left: 1.2rem; overflow-wrap: anywhere; }
        .banner p:last-child { margin-bottom: 0; }
        .badge {
          display: inline-flex; gap: .35rem; align-items: baseline; padding: .08rem .55rem; border-radius: 999px;
          font-size: .85rem; font-weight: 600; white-space: nowrap;
        }
        .badge.good { color: var(--good); background: var(--good-ground); }
        .badge.busy { color: var(--busy); background: var(--busy-ground); }
        .badge.waiting { color: var(--waiting); background: var(--waiting-ground); }
        .badge.bad { color: var(--bad); background: var(--bad-ground); }
        .badge.quiet { color: var(--quiet); background: var(--quiet-ground); }
        .counts { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 1rem; padding: 0; list-style: none; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .6rem .9rem; border-bottom: 1px solid var(--line); }
        tbody tr:last-child > * { border-bottom: 0; }
        thead th { font-size: .8rem; font-weight: 600; color: var(--soft); background: var(--code); }
        td.say { min-width: 14rem; max-width: 26rem; overflow-wrap: anywhere; }
        th[scope=row] { font-weight: 600; }
        th small, td small { display: block; color: var(--soft); font-weight: 400; }
        td.tight, th small { white-space: nowrap; }
        tbody th[scope=row] a { text-decoration: none; }
        tbody th[scope=row] a:hover { text-decoration: underline; }
        @media (max-width: 46rem) {
          .stack thead { position: absolute; left: -999px; }
          .stack table, .stack tbody, .stack tr, .stack th, .stack td { display: block; width: auto; }
          .stack tbody tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
          .stack tbody tr:last-child { border-bottom: 0; }
          .stack tbody th, .stack tbody td { border-bottom: 0; padding: .2rem .9rem; min-width: 0; max-width: none; white-space: normal; }
          .stack td[data-label]::before { content: attr(data-label); color: var(--soft); font-size: .8rem; display: block; }
        }
        dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .8rem 1.25rem; margin: 0; }
        dl.facts dt { font-size: .8rem; color: var(--soft); }
        dl.facts dd { margin: 0; overflow-wrap: anywhere; }
        .columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 1.1rem; }
        @media (min-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr) 19rem; } }
        details > summary { cursor: pointer; list-style-position: inside; }
        .tree details { border-left: 1px solid var(--line); margin-left: .45rem; padding-left: .8rem; }
        .tree > details { border-left: 0; margin-left: 0; padding-left: 0; }
        .tree summary { padding: .22rem .1rem; display: flex; gap: .35rem .6rem; align-items: baseline; flex-wrap: wrap; }
        .tree summary::before { content: "▸"; color: var(--soft); width: .8em; }
        .tree details[open] > summary::before { content: "▾"; }
        .tree summary::-webkit-details-marker { display: none; }
        .tree .group > summary .name { font-weight: 650; }
        .tree .kind { color: var(--soft); font-size: .85rem; }
        .tree .inside { padding: .2rem 0 .7rem 1.4rem; }
        .tree table { font-size: .9rem; }
        .tree th, .tree td { padding: .25rem .6rem .25rem 0; }
        .tree th { font-weight: 500; color: var(--soft); width: 14rem; overflow-wrap: anywhere; }
        pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
        .tallies { display: flex; flex-wrap: wrap; gap: .4rem 1rem; margin: 0 0 .8rem; padding: 0; list-style: none; }
        .change { border-top: 1px solid var(--line); padding: .65rem 0; }
        .change .head { display: flex; flex-wrap: wrap; gap: .3rem .7rem; align-items: baseline; }
        .sign { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-weight: 700; width: 1ch; display: inline-block; }
        .create .sign, .adopt .sign { color: var(--good); }
        .update .sign { color: var(--waiting); }
        .replace .sign, .delete .sign { color: var(--bad); }
        .fields { margin: .4rem 0 0 1.7ch; display: grid; gap: .45rem; }
        .change .kind, .folded { margin: .2rem 0 0 1.7ch; }
        .change .kind, .folded > summary { color: var(--soft); font-size: .88rem; }
        .folded > .fields { margin-left: 0; }
        .fields .field > .name { color: var(--soft); font-size: .88rem; }
        .diff { background: var(--code); border-radius: 6px; overflow-x: auto; padding: .25rem 0; }
        .diff ins, .diff del, .diff span.same { display: block; text-decoration: none; padding: 0 .7rem; white-space: pre-wrap; overflow-wrap: anywhere; }
        .diff ins { background: var(--good-ground); color: var(--good); }
        .diff del { background: var(--bad-ground); color: var(--bad); }
        .diff ins::before { content: "+ "; } .diff del::before { content: "- "; } .diff .same::before { content: "  "; }
        form.inline { display: inline; }
        .actions form { display: grid; gap: .5rem; margin-bottom: .9rem; }
        .actions form:last-child { margin-bottom: 0; }
        label { font-size: .87rem; color: var(--soft); display: grid; gap: .2rem; }
        input, select, button { font: inherit; color: inherit; border-radius: 6px; border: 1px solid var(--line); padding: .42rem .65rem; background: var(--card); width: 100%; }
        button { cursor: pointer; font-weight: 600; }
        button.main { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
        button.plain { border: 0; background: none; padding: 0; width: auto; color: var(--accent); text-decoration: underline; text-underline-offset: 2px; font-weight: 400; }
        .live { font-size: .85rem; color: var(--soft); margin: 0; }
        .live::before { content: "○ "; }
        .live.on { color: var(--good); }
        .live.on::before { content: "● "; }
        .narrow { max-width: 26rem; margin: 3rem auto; }
        .events { list-style: none; margin: 0; padding: 0; font-size: .9rem; display: grid; gap: .3rem; max-height: 20rem; overflow-y: auto; }
        .event { overflow-wrap: anywhere; }
        .event time { color: var(--soft); }
        .event.waiting { color: var(--waiting); } .event.bad { color: var(--bad); }
        progress { width: 100%; height: .5rem; accent-color: var(--accent); }
        """
}
