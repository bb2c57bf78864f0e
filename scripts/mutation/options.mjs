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
  cleanTempDir: "always",
  // Only what tests of rules import is copied.
  ignorePatterns: [
    "*",
    "!catalogue/**",
    "!components/**",
    "!core/**",
    "!cost/**",
    "!hosts/**",
    "!policies/**",
    "!render/**",
    "!test/policies/**",
    "!test/support/**",
    "policies/packs",
  ],
  // esbuild strips types without looking at them.
  disableTypeChecks: false,
  warnings: { slow: false },
  logLevel: "warn",
};
