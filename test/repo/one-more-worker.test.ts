import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../core/resource";
import { run as judge } from "../../policies/run";
import { refuses } from "../../policies/verdict";
import { textOf } from "../config/support";
import { withProgram } from "./support/stacks";

/* The whole of prod with and without the worker that the guide adds. */

const page = readFileSync("docs/guides/one-more-service.md", "utf8");
const [, [, block = ""] = []] = [...page.matchAll(/^```yaml\n([^]*?)\n```$/gm)];
const section = "\n  groundwork:services:\n";

let without: readonly DeclaredResource[];
let withIt: readonly DeclaredResource[];
beforeAll(async () => {
  const text = textOf("Pulumi.prod.yaml");
  const entry = block.replaceAll(/^/gm, "    ");
  await withProgram(async (run) => {
    without = await run("prod", text);
    withIt = await run("prod", text.replace(section, `${section}${entry}\n`));
  });
}, 300_000);

const refusedIn = (resources: readonly DeclaredResource[]) =>
  judge({ resources, stack: "prod", clock: new Date() })
    .filter(refuses)
    .map(({ rule, message }) => `${rule}: ${message}`);

// Requirement: HOST-07, ENV-05
describe("one more worker in prod", () => {
  it("brings its log group, metrics and alarms, and nothing that asks it", () => {
    const before = new Set(without.map(({ urn }) => urn));
    const fresh = withIt.filter(({ urn }) => !before.has(urn)).map(({ name }) => name);
    expect(fresh.sort()).toEqual([
      "alerts-mailer-cpu-high",
      "alerts-mailer-memory-high",
      "alerts-mailer-unwell",
      "alerts-mailer-worker-errors",
      "logs-filter-mailer-CpuPercent",
      "logs-filter-mailer-LogErrors",
      "logs-filter-mailer-MemoryPercent",
      "logs-group-mailer",
    ]);
  });

  it("is asked by nobody: no host of it is anywhere", () => {
    expect(JSON.stringify(withIt)).toContain("velocity-mailer");
    expect(JSON.stringify(withIt)).not.toContain("velocity-mailer.fly.dev");
  });

  it("is asked by rules for what every new service is: fallbacks, how fast it is back, and to which image", () => {
    expect(refusedIn(without)).toEqual([]);
    expect(refusedIn(withIt)).toEqual([
      expect.stringMatching(/^fallbacks-declared: dependencies\.mailer:/),
      expect.stringMatching(/^objectives-declared: objectives\.mailer\.rtoMinutes:/),
      expect.stringMatching(/^rollback-target-named: rollback\.images\.mailer:/),
    ]);
  });
});
