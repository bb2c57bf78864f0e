/** What sections are made of: signs of states, tiles, tables, findings, folds, the picture. */
export const parts = `.f { color: var(--f); } .e { color: var(--e); } .u { color: var(--u); } .a { color: var(--a); } .w { color: var(--w); } .p { color: var(--p); } .n { color: var(--n); }
.verdict.f { border-color: var(--f); } .verdict.e { border-color: var(--e); } .verdict.a { border-color: var(--a); } .verdict.p { border-color: var(--p); }
.verdict.f { background: var(--f-bg); } .verdict.e { background: var(--e-bg); } .verdict.a { background: var(--a-bg); } .verdict.p { background: var(--p-bg); }
.s { font-weight: 600; }
.s::before { display: inline-block; width: 1em; margin-right: 0.35em; font-weight: 700; text-align: center; }
.s.f::before { content: "✕"; content: "✕" / ""; } .s.e::before { content: "!"; content: "!" / ""; } .s.u::before { content: "?"; content: "?" / ""; }
.s.w::before { content: "◇"; content: "◇" / ""; } .s.p::before { content: "✓"; content: "✓" / ""; } .s.n::before { content: "–"; content: "–" / ""; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.25rem, 1fr)); gap: 0.75rem; margin: 0.75rem 0; list-style: none; }
.tiles + h3 { margin-top: 1.75rem; }
.tile { display: block; height: 100%; padding: 0.9rem 0.85rem; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; text-decoration: none; }
.tile:hover { border-color: var(--accent); }
.tile b { display: block; font-size: 1.6rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; color: var(--ink); }
.tile.f b { color: var(--f); } .tile.e b { color: var(--e); } .tile.u b { color: var(--u); }
.tile.none b { color: var(--soft); font-weight: 400; }
.tile .s { font-size: 0.875rem; font-weight: 500; }
.tile.none .s { color: var(--soft); }
.tile.plainly b { font-size: 1.25rem; }
.tile.money span, .tile.plainly span { font-size: 0.875rem; color: var(--soft); }
.scroll { overflow-x: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
h2 + .scroll, h3 + .scroll, h3 + table { margin-top: 0.6rem; }
th, td { padding: 0.5rem 0.75rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; font-size: 0.8rem; font-weight: 500; color: var(--soft); vertical-align: bottom; }
tbody th { font-weight: 550; }
.num { text-align: right; white-space: nowrap; }
.strong { font-weight: 650; }
.total th, .total td { border-bottom: 2px solid var(--line); font-weight: 650; }
.bars { min-width: 44rem; overflow-wrap: break-word; }
.bars tbody th { min-width: 8rem; max-width: 14rem; }
.bars th, .bars td { vertical-align: middle; }
.bars .wide { width: 38%; }
.meter { display: block; width: 100%; height: 10px; border-radius: 2px; }
.meter.cost { height: 18px; }
.track { fill: var(--sunk); }
rect.p { fill: var(--bar-p); } rect.f { fill: var(--bar-f); } rect.e { fill: var(--bar-e); } rect.u { fill: var(--bar-u); } rect.w { fill: var(--bar-w); }
.amount { fill: var(--bar); } .credit { fill: var(--bar-soft); } .over { fill: var(--bar-f); } .range { fill: var(--ink); fill-opacity: 0.65; }
.zero, .limit { fill: none; vector-effect: non-scaling-stroke; }
.zero { stroke: var(--line); stroke-width: 1; } .limit { stroke: var(--f); stroke-width: 2; }
.grid { table-layout: fixed; }
.long p { margin-top: 0.15rem; }
.long i { font-style: normal; font-size: 0.8rem; color: var(--soft); }
.plain { list-style: none; }
.clauses th:nth-child(1) { width: 32%; } .clauses th:nth-child(2) { width: 9rem; } .clauses th:nth-child(3) { width: 9rem; }
.answers th:nth-child(1) { width: 9rem; } .answers th:nth-child(2) { width: 27%; } .answers th:nth-child(4) { width: 13rem; }
.inventory th:nth-child(1) { width: 34%; } .inventory th:nth-child(5), .inventory th:nth-child(6) { width: 7rem; }
.heads th:nth-child(1) { width: 14rem; } .heads th:nth-child(3) { width: 7rem; } .heads th:nth-child(4) { width: 14rem; }
.register th:nth-child(3) { width: 28%; }
.hosts th:nth-child(1) { width: 20%; } .hosts th:nth-child(2) { width: 8rem; } .hosts th:nth-child(5) { width: 23%; } .hosts th:nth-child(6) { width: 7rem; }
.alarms th:nth-child(1) { width: 30%; } .alarms th:nth-child(2) { width: 6rem; }
.places th:nth-child(1) { width: 9rem; } .places th:nth-child(2) { width: 9rem; } .places th:nth-child(n+5) { width: 7rem; }
.keeping th:nth-child(1) { width: 26%; } .keeping th:nth-child(5) { width: 7rem; }
.changed th:nth-child(1) { width: 26%; } .changed th:nth-child(2) { width: 20%; }
.gates th:nth-child(1) { width: 20%; } .grants th:nth-child(1) { width: 5rem; } .grants th:nth-child(2) { width: 42%; } .grants th:nth-child(4) { width: 12rem; }
.register, .heads, .hosts, .places, .gates { background: var(--surface); border: 1px solid var(--line); }
table + h3, .fold + h3 { margin-top: 1.5rem; }
table + .fold, h3 + .fold { margin-top: 0.75rem; }
.op { flex: 1; font-weight: 600; } .op b { display: inline-block; width: 1em; text-align: center; }
.op.delete { color: var(--f); } .op.replace { color: var(--u); } .op.update { color: var(--w); } .op.create { color: var(--p); }
.route { margin-top: 1.25rem; } .route table { margin-top: 0.6rem; }
.grade { display: inline-block; margin-left: 0.4rem; padding: 0 0.5rem; border: 1px solid; border-radius: 5px; } .grade + .soft { font-weight: 400; }
.finding { margin-top: 0.9rem; color: var(--ink); padding: 1.1rem 1.25rem; background: var(--surface); border: 1px solid var(--line); border-left-width: 4px; border-left-style: solid; border-radius: 8px; }
.finding h3 { margin: 0.35rem 0 0.25rem; font-size: 1.05rem; }
.finding.f { border-left-color: var(--f); } .finding.e { border-left-color: var(--e); } .finding.u { border-left-color: var(--u); } .finding.w { border-left-color: var(--w); }
.marks { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.6rem; font-size: 0.875rem; }
.mark { padding: 0 0.5rem; border: 1px solid var(--line); border-radius: 999px; color: var(--soft); }
.marks a { margin-left: auto; }
.pairs { margin-top: 0.75rem; }
.pairs > div { display: grid; grid-template-columns: 7.5rem 1fr; gap: 0.75rem; padding: 0.15rem 0; }
.pairs dt, .legend dt { font-size: 0.875rem; }
.pairs dt { color: var(--soft); }
.fix dd { font-weight: 550; }
.fold { background: var(--surface); border: 1px solid var(--line); }
.fold + .fold { margin-top: -1px; }
.fold:first-of-type { border-top-left-radius: 8px; border-top-right-radius: 8px; } .fold:last-of-type { border-bottom-left-radius: 8px; border-bottom-right-radius: 8px; }
.scroll + .fold { margin-top: 0.75rem; }
.fold summary { display: flex; gap: 0.75rem; align-items: baseline; padding: 0.6rem 1rem; cursor: pointer; list-style: none; }
.fold summary::-webkit-details-marker { display: none; }
.fold summary::before { content: "›"; content: "›" / ""; flex: none; width: 0.6em; color: var(--soft); font-weight: 700; }
.fold[open] > summary::before { transform: rotate(90deg); }
.fold summary:hover .name { color: var(--accent); }
.fold summary > .s { flex: none; width: 8.6rem; font-size: 0.875rem; }
.fold .name { flex: 1; min-width: 0; font-weight: 550; }
.fold .name code { color: var(--soft); font-weight: 400; margin-left: 0.35rem; }
.fold .end { flex: none; max-width: 40%; font-size: 0.875rem; text-align: right; font-variant-numeric: tabular-nums; }
.fold[open] > summary { border-bottom: 1px solid var(--line); }
.fold table { border: 0; }
.about { padding: 0.8rem 1rem; max-width: 60rem; }
.about p + p { margin-top: 0.35rem; }
.family > h3 { margin: 1.4rem 0 0.6rem; text-transform: capitalize; }
.family:not(:has(details:not([hidden]))) { display: none; }
.list { list-style: none; padding: 0.5rem 1rem; } .list li { padding: 0.35rem 0; }
.names { columns: 16rem; padding: 0.5rem 1rem; list-style: none; font-size: 0.875rem; }
:target { background: var(--u-bg); }
section:target { background: none; }
.filter { display: flex; flex-wrap: wrap; gap: 0.6rem 0.9rem; align-items: end; margin: 0.75rem 0 1rem; }
.filter[hidden] { display: none; }
.filter label { display: grid; gap: 0.2rem; font-size: 0.8rem; color: var(--soft); }
.filter label:first-child { flex: 1 1 15rem; }
input, select, button { font: inherit; font-size: 0.95rem; color: var(--ink); background: var(--surface); border: 1px solid var(--bar-soft); border-radius: 6px; padding: 0.4rem 0.6rem; max-width: 100%; }
::placeholder { color: var(--soft); opacity: 1; }
button { cursor: pointer; } button:hover { border-color: var(--accent); color: var(--accent); }
output { flex: 1 0 100%; font-size: 0.875rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.picture { padding: 1.25rem; }
.graph { display: block; width: 100%; min-width: 50rem; max-width: 1000px; height: auto; margin: 0 auto; font-family: var(--sans); }
.graph text { fill: var(--ink); font-size: 13px; }
.graph .title { font-weight: 600; } .graph .sub { fill: var(--soft); font-size: 11.5px; } .graph .cost { text-anchor: end; font-variant-numeric: tabular-nums; }
.edges path { fill: none; stroke: var(--bar-soft); stroke-width: 1.25; }
.root rect { fill: var(--sunk); stroke: var(--accent); stroke-width: 1.5; } .root text, .chip text, .sign { text-anchor: middle; }
.part rect { fill: var(--surface); stroke: var(--line); }
.part .edge { stroke: none; fill: currentColor; } .graph .part .sign { fill: currentColor; font-weight: 700; }
.chip rect { fill: var(--sunk); stroke: none; } .graph .chip text { font-size: 12px; }
.legend > div { display: grid; grid-template-columns: 9rem 1fr; gap: 0.75rem; padding: 0.4rem 0; border-top: 1px solid var(--line); }
.legend { max-width: 56rem; } .legend dt { font-weight: 600; }
`;
