/** The frame: header, navigation, sections. */
export const layout = `* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.55 var(--sans); overflow-wrap: anywhere; }
[hidden] { display: none !important; }
h1, h2, h3, p, dl, dd, ul { margin: 0; padding: 0; }
h1 { font-size: 2rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.02em; }
h2 { font-size: 1.35rem; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; margin-bottom: 0.5rem; }
h3 { font-size: 1rem; font-weight: 650; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 2px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
code, .mono { font-family: var(--mono); font-size: 0.875em; }
small { font-size: 0.85em; color: var(--soft); }
.soft { color: var(--soft); }
.nowrap { white-space: nowrap; }
.hide { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 3; padding: 0.5rem 1rem; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; }
.skip:focus { top: 0.5rem; }
.wrap, main, .foot, .bar ul { max-width: 74rem; margin: 0 auto; padding-left: 1.5rem; padding-right: 1.5rem; }
.top { background: var(--surface); padding: 1.75rem 0 1.75rem; }
.brand { display: flex; align-items: center; gap: 0.5rem; margin-bottom: 1.5rem; font-weight: 650; letter-spacing: -0.01em; }
.brand span { color: var(--soft); font-weight: 400; }
.brand path { fill: var(--accent); }
.brand .line { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.stack { color: var(--soft); font-weight: 400; }
.verdict { margin: 1.25rem 0 1.5rem; padding: 0.9rem 1.15rem; border-left: 4px solid; border-radius: 6px; }
.verdict .word { font-size: 1.15rem; font-weight: 650; }
.verdict p + p { color: var(--ink); }
.stopped { margin-top: 0.5rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 0.9rem 1.5rem; }
.facts dt { font-size: 0.8rem; color: var(--soft); }
.bar { position: sticky; top: 0; z-index: 2; background: var(--surface); border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
.bar ul { display: flex; gap: 0.25rem 1.2rem; overflow-x: auto; list-style: none; scrollbar-width: none; }
.bar a { display: block; padding: 0.7rem 0; color: var(--ink); text-decoration: none; white-space: nowrap; font-size: 0.9rem; }
.bar a:hover { color: var(--accent); }
.bar .n { color: var(--soft); font-variant-numeric: tabular-nums; }
main { padding-bottom: 3rem; outline: none; }
main > section { padding-top: 2.75rem; }
.lead { max-width: 46rem; margin-bottom: 1.1rem; color: var(--soft); }
.note { max-width: 46rem; margin-top: 0.75rem; font-size: 0.875rem; color: var(--soft); }
.empty { padding: 1rem 1.15rem; border: 1px dashed var(--line); border-radius: 8px; color: var(--soft); }
.foot { padding-top: 1.25rem; padding-bottom: 2.5rem; color: var(--soft); font-size: 0.85rem; }
.foot p { border-top: 1px solid var(--line); padding-top: 1.25rem; max-width: none; }
`;
