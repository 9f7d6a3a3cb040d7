/// The CSS of pages: light or dark like the reader's system, and always light on paper.
let pageStyle: StaticString = """
    :root { color-scheme: light dark; --paper: #fff; --ink: #1c2128; --soft: #59636e; --rule: #dfe3e8; --link: #0550ae; }
    @media screen and (prefers-color-scheme: dark) {
    :root { --paper: #14171b; --ink: #e4e7eb; --soft: #9da7b3; --rule: #2c323a; --link: #79b8ff; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.45 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; -webkit-text-size-adjust: 100%; }
    main { max-width: 80rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
    h1 { margin: 0; font-size: 1.7rem; line-height: 1.2; }
    h2, figcaption { margin: 2.25rem 0 .5rem; font-size: 1.1rem; font-weight: 600; line-height: 1.3; }
    h1, h2, figcaption, li, dd, p { overflow-wrap: anywhere; }
    .asked { display: flex; flex-wrap: wrap; gap: .15rem 1.25rem; margin: .4rem 0 0; color: var(--soft); }
    .asked div { display: flex; gap: .4rem; }
    .asked dd { margin: 0; color: var(--ink); }
    .scroll { overflow-x: auto; }
    .scroll:focus-visible { outline: 2px solid var(--link); }
    table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
    th, td { padding: .3rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); font-weight: 400; max-width: 26rem; unicode-bidi: isolate; overflow-wrap: break-word; }
    thead th { vertical-align: bottom; color: var(--soft); border-bottom: 1.5px solid var(--soft); font-size: .87rem; }
    th:first-child, td:first-child { position: sticky; left: 0; padding-left: 0; background: var(--paper); }
    .n { text-align: right; }
    td.n, thead span { white-space: nowrap; }
    thead .n { max-width: 8rem; }
    .fixed { white-space: nowrap; }
    td.n span { display: inline-block; text-align: left; white-space: pre; }
    .n i { color: var(--soft); }
    .legend { margin: .4rem 0 0; color: var(--soft); font-size: .87rem; }
    .notes { margin: 0; padding-left: 1.1rem; max-width: 60rem; }
    .notes li { margin-bottom: .35rem; }
    a { color: var(--link); }
    .index { list-style: none; margin: 1.5rem 0 0; padding: 0; max-width: 48rem; }
    .index li { padding: .6rem 0; border-top: 1px solid var(--rule); }
    .index a { font-weight: 600; }
    .index p { margin: .1rem 0 0; color: var(--soft); }
    .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 25rem), 1fr)); gap: 0 2.5rem; align-items: start; }
    figure { margin: 0; max-width: 36rem; min-width: 0; }
    .chart { display: block; width: 100%; height: auto; }
    summary { color: var(--soft); font-size: .87rem; cursor: pointer; width: max-content; }
    @media screen and (max-width: 40rem) { table { width: max-content; } th:first-child { max-width: 9rem; } }
    @media print {
    @page { size: landscape; margin: 12mm; }
    :root { font-size: 8.5pt; }
    body { font-size: 1rem; }
    main { max-width: none; padding: 0; }
    h2 { break-after: avoid; }
    tr, figure { break-inside: avoid; }
    thead { display: table-header-group; }
    .scroll { overflow: visible; }
    th, td { padding: .12rem .35rem; }
    td a { overflow-wrap: anywhere; }
    th:first-child, td:first-child { position: static; }
    .charts { grid-template-columns: 1fr 1fr 1fr; gap: 0 8mm; }
    details:not([open]) { display: none; }
    a { color: inherit; text-decoration: none; }
    }

    """
