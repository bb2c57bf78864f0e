import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { refuses } from "../../policies/verdict";
import { textOf } from "../config/support";
import { withSkyhost } from "./with-skyhost";

/* A vendor that there is not: a folder of its own and one line, and nothing else of the tree knows of it. */

const section = "  groundwork:hosting:\n";
const service = "      app: velocity-orchestrator-dev\n";
const unchanged = textOf("Pulumi.dev.yaml");
const text = unchanged
  .replace(section, `${section}    vendor: skyhost\n`)
  .replace(service, `      vendor: skyhost\n${service}`)
  .replaceAll("velocity-orchestrator-dev.fly.dev", "velocity-orchestrator-dev.run.sky.example");

const one = (resources: readonly DeclaredResource[], type: string) => {
  const found = resources.filter((it) => it.type === type);
  expect(found).toHaveLength(1);
  return found[0]!;
};

const sha256 = (content: string) => createHash("sha256").update(content).digest("hex");

// Requirement: CONF-02
describe("one more vendor, a folder and a line,", () => {
  it("can be named in a stack file, is declared, rendered, judged and priced", async () => {
    await withSkyhost(async ({ declare, filesOf, judge, costedStack, estimate }) => {
      const resources = await declare("dev", text);
      const site = one(resources, tokens.hostedSite);
      expect(site.inputs).toMatchObject({ vendor: "skyhost", managed: false, regions: ["cloud9"] });

      const files = new Map(filesOf(resources, "dev").map((it) => [it.file, it.text]));
      const { rendered } = site.inputs as { rendered: { file: string; sha256: string } };
      expect(rendered.file).toBe("sky.dev.json");
      expect(sha256(files.get("sky.dev.json") ?? "")).toBe(rendered.sha256);
      expect(files.get("orchestrator/sky.dev.json")).toContain("velocity-orchestrator-dev");

      const rulesOf = (all: readonly DeclaredResource[]) =>
        judge({ resources: all, stack: "dev", clock: new Date() }).filter(refuses);
      const before = new Set(rulesOf(await declare("dev", unchanged)).map(({ rule }) => rule));
      const added = rulesOf(resources).filter(({ rule }) => !before.has(rule));
      expect(added.filter(({ rule }) => rule !== "host-gaps-accepted")).toEqual([]);
      const gaps = (site.inputs as { gaps: { capability: string }[] }).gaps;
      expect(gaps.map(({ capability }) => capability)).toContain("secret-values");

      const { free, notPriced } = estimate(costedStack("dev", resources));
      expect(free.find(({ resource }) => resource === site.urn)?.free).toBe("made up, and free");
      // Its folder says nothing of what services cost: the estimate says that, and counts nothing in silence.
      expect(notPriced.map((it) => it.notPriced).join()).toContain("no prices of its vendor");
    });
  }, 600_000);
});
