/** Lines of the trend, and what changed since the run before. */
export const trend = `.sparks { display: grid; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); gap: 0.75rem; margin: 0.75rem 0 1.75rem; list-style: none; }
.sparks li { padding: 0.7rem 0.85rem; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; font-size: 0.875rem; }
.sparks b { float: right; font-weight: 650; font-variant-numeric: tabular-nums; }
.spark { display: block; clear: both; width: 100%; height: 2.25rem; margin-top: 0.35rem; }
.spark path { fill: none; stroke: var(--bar); stroke-width: 1.5; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.spark circle { fill: var(--bar); }
.since { margin: 0.6rem 0 1.75rem; }
.since > div { display: grid; grid-template-columns: 9rem 1fr; gap: 0.75rem; padding: 0.35rem 0; border-top: 1px solid var(--line); font-size: 0.9rem; }
.since dd span.mono { display: inline-block; margin-right: 0.9rem; }
.runs tbody th { white-space: nowrap; }
.runs + h3, #trend h3 { margin-top: 1.4rem; }
`;
