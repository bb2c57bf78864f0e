import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { findChromium } from "./bench/chromium.mts";
import LongestFirst from "./test/support/longest-first.mts";

const globalSetup = ["test/support/temp-folder.ts"];

/** Two at least: on two cores Vitest itself would take one, and leave the other idle. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

/**
 * Folders whose tests leave the process as they found it: no module of ours or of a vendor is replaced, no working
 * folder, environment or module cache is changed, and whoever needs the SDK's mocks sets them for each run. Their files
 * share their modules, and take a fraction of the time.
 */
const shared = [
  "catalogue",
  "components",
  "core",
  "cost",
  "gate",
  "render",
  "rpc",
  "schema",
  "state",
];
const filesIn = (folders: readonly string[]) => folders.map((name) => `test/${name}/**/*.test.ts`);

/** Pages in a real browser, where the machine has one; who runs all tests is told of those that it cannot run. */
const chromium = findChromium();
if (!chromium && !process.argv.some((argument) => argument.startsWith("--project"))) {
  console.warn(
    "test/browser is not run: no Chromium (apt-get install chromium, or name one with CHROMIUM_PATH)",
  );
}
const browser = {
  test: {
    name: "browser",
    globalSetup,
    include: filesIn(["browser"]),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    sequence: { groupOrder: 2 },
    maxWorkers: 1,
  },
};

/** Prod killed at twenty moments takes half an hour: `npm run soak`, and nobody else. */
const soak = process.argv.includes("soak");
const soakProject = {
  test: {
    name: "soak",
    globalSetup,
    include: filesIn(["soak"]),
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 1,
  },
};

/** All but `engine` need no engine; that one drives the real one on the sandbox, two files at a time. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          globalSetup,
          include: ["test/**/*.test.ts"],
          exclude: [
            "test/engine/**",
            "test/browser/**",
            "test/soak/**",
            "test/policies/**",
            ...filesIn(shared),
          ],
          testTimeout: 30_000,
          maxWorkers,
          // Run through Vitest, so that a test can take its way to the network out.
          server: { deps: { inline: ["@mdn/mdn-http-observatory"] } },
        },
      },
      {
        test: {
          name: "shared",
          globalSetup,
          include: filesIn(shared),
          testTimeout: 30_000,
          maxWorkers,
          isolate: false,
        },
      },
      {
        test: {
          name: "rules",
          globalSetup,
          include: filesIn(["policies"]),
          testTimeout: 30_000,
          maxWorkers,
          isolate: false,
        },
      },
      {
        test: {
          name: "engine",
          globalSetup,
          include: filesIn(["engine"]),
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // After all others: projects that differ in workers run one after the other.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
      ...(chromium ? [browser] : []),
      ...(soak ? [soakProject] : []),
    ],
  },
});
