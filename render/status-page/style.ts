/** Legible in light and dark, on paper and on a small screen; asks nobody for a font. */
export const style = `
:root { color-scheme: light dark; --ink: #1c1c1e; --paper: #ffffff; --faint: #55555a; --line: #d0d0d6; --good: #0a6b2d; --bad: #a4161a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f2f2f4; --paper: #161618; --faint: #b4b4bb; --line: #3c3c42; --good: #5fd38a; --bad: #ff8f8f; }
}
body { margin: 0 auto; padding: 1.5rem 1rem; max-width: 44rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; }
.now { padding: 0.75rem 1rem; border: 2px solid; border-radius: 0.5rem; font-weight: 600; }
.well { color: var(--good); }
.ill { color: var(--bad); }
article { border-top: 1px solid var(--line); padding: 0.5rem 0; }
h3 { font-size: 1.1rem; margin: 0.5rem 0; }
p { margin: 0.5rem 0; }
ol { padding-left: 1.25rem; }
time, footer { color: var(--faint); }
a { color: inherit; }
`;
