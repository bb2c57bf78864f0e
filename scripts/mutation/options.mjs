/** How Stryker runs, whatever is mutated. */
export const options = {
  testRunner: "rule",
  plugins: ["./scripts/mutation/runner.mjs", "./scripts/mutation/rule-text.mjs"],
  ignorers: ["rule-text"],
  coverageAnalysis: "perTest",
  reporters: ["clear-text", "html"],
  clearTextReporter: { reportTests: false, reportScoreTable: false, logTests: false },
  htmlReporter: { fileName: ".groundwork/mutation/report.html" },
  tempDirName: ".groundwork/mutation/sandbox",
  // What no test of a rule reads; the rest is copied.
  ignorePatterns: [
    ".groundwork",
    "dist",
    "docs",
    "bench",
    "sandbox",
    "sdks",
    "supabase",
    "policies/packs",
    "test/engine",
    "test/sandbox",
  ],
  // esbuild strips types without looking at them.
  disableTypeChecks: false,
  warnings: { slow: false },
  logLevel: "warn",
};
