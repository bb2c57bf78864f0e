import { defineConfig } from "vitest/config";

/** `unit` and `rules` need no engine; `engine` drives the real one on the sandbox, two files at a time. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          globalSetup: ["test/support/temp-folder.ts"],
          include: ["test/**/*.test.ts"],
          exclude: ["test/engine/**", "test/policies/**"],
          testTimeout: 30_000,
          // Run through Vitest, so that a test can take its way to the network out.
          server: { deps: { inline: ["@mdn/mdn-http-observatory"] } },
        },
      },
      {
        test: {
          name: "rules",
          globalSetup: ["test/support/temp-folder.ts"],
          include: ["test/policies/**/*.test.ts"],
          testTimeout: 30_000,
          // Rules are pure: hundreds of small files share their modules, and take a tenth of the time.
          isolate: false,
        },
      },
      {
        test: {
          name: "engine",
          globalSetup: ["test/support/temp-folder.ts"],
          include: ["test/engine/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          // After the unit tests: projects that differ in workers run one after the other.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
    ],
  },
});
