/** Colours and measures. Every text colour has a contrast of at least 4.5 on every surface it stands on (WCAG AA). */
export const tokens = `:root {
  color-scheme: light dark;
  --paper: #f7f7f5; --surface: #fff; --sunk: #f1f2f1; --line: #dfe2e4; --ink: #1b2026; --soft: #59636e; --accent: #2b53c4;
  --f: #b3261e; --f-bg: #fcefee; --e: #8d2a8f; --e-bg: #f9eef9; --u: #835400; --u-bg: #fbf3e2; --a: #835400; --a-bg: #fbf3e2;
  --w: #0a6480; --w-bg: #e8f3f7; --p: #1b6e43; --p-bg: #eaf5ee; --n: #5f6873; --n-bg: #f0f1f2;
  --bar-p: #5fa882; --bar-f: #cf4a41; --bar-u: #d39a32; --bar-w: #4b9db8; --bar-e: #a656a8; --bar: #5c7fd8; --bar-soft: #a9b4c2;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #101316; --surface: #171b1f; --sunk: #1e2328; --line: #30363d; --ink: #e7eaed; --soft: #a3adb8; --accent: #93b1ff;
    --f: #ff9b93; --f-bg: #321c1b; --e: #e3a0e5; --e-bg: #2d1d2e; --u: #ecbb62; --u-bg: #2e2513; --a: #ecbb62; --a-bg: #2e2513;
    --w: #7fcbe4; --w-bg: #14272e; --p: #7fd0a3; --p-bg: #14281d; --n: #a3adb8; --n-bg: #22272c;
    --bar-p: #3f8f66; --bar-f: #d4574e; --bar-u: #b98a30; --bar-w: #3d8ea8; --bar-e: #a058a2; --bar: #5879c9; --bar-soft: #59636e;
  }
}
`;
