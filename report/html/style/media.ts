/** Narrow screens and paper. On paper every fold is open and nothing is left to press. */
export const media = `@media (max-width: 46rem) {
  .wrap, main, .foot, .bar ul { padding-left: 1rem; padding-right: 1rem; }
  h1 { font-size: 1.6rem; }
  .tiles { grid-template-columns: repeat(2, 1fr); }
  .facts { grid-template-columns: repeat(2, 1fr); }
  .pairs > div, .legend > div { grid-template-columns: 1fr; gap: 0; padding: 0.3rem 0; }
  .marks a { margin-left: 0; }
  .fold summary { flex-wrap: wrap; gap: 0.1rem 0.6rem; padding: 0.7rem 0.8rem; }
  .fold summary > .s { width: auto; }
  .fold .name { flex: 1 0 100%; order: 2; }
  .fold .end { max-width: none; margin-left: auto; }
  .grid, .grid tbody, .grid tr, .grid th, .grid td { display: block; }
  .grid thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .grid tr { padding: 0.6rem 0; border-top: 1px solid var(--line); }
  .grid th, .grid td { width: auto !important; padding: 0.1rem 0.8rem; border: 0; text-align: left; }
  .grid td:empty { display: none; }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --surface: #fff; --sunk: #f1f2f1; --line: #cfd3d6; --ink: #000; --soft: #444c55; --accent: #1f3f99;
    --f: #b3261e; --f-bg: #fff; --e: #8d2a8f; --e-bg: #fff; --u: #835400; --u-bg: #fff; --a: #835400; --a-bg: #fff;
    --w: #0a6480; --w-bg: #fff; --p: #1b6e43; --p-bg: #fff; --n: #5f6873; --n-bg: #fff;
    --bar-p: #5fa882; --bar-f: #cf4a41; --bar-u: #d39a32; --bar-w: #4b9db8; --bar-e: #a656a8; --bar: #5c7fd8; --bar-soft: #a9b4c2;
  }
  @page { margin: 14mm; }
  html { font-size: 11px; }
  body { font-size: 1rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .bar, .filter, .skip { display: none; }
  .wrap, main, .foot { max-width: none; padding-left: 0; padding-right: 0; }
  .top { padding: 0; }
  main > section { padding-top: 1.5rem; }
  .fold { border-radius: 0; }
  th, td { padding: 0.25rem 0.6rem; }
  .fold::details-content { content-visibility: visible; block-size: auto; }
  .fold summary::before { content: ""; }
  .scroll { overflow: visible; }
  .bars, .graph { min-width: 0; }
  tr, .finding, .tile, .fold > summary { break-inside: avoid; }
  h2, h3, .fold > summary { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
`;
