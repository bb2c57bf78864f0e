import { describe, expect, it } from "vitest";
import { parseSettings } from "../../config/parse";
import { edited, sectionsOf } from "./support";

const prod = sectionsOf("Pulumi.prod.yaml");
const parsed = (edits: Record<string, unknown>) => parseSettings(edited(prod, edits));
const checkly = {
  uptime: { vendor: "checkly", checkly: { everyMinutes: 5 } },
  "dns.failover": undefined,
};

const lines = (edits: Record<string, unknown>) => {
  const result = parsed(edits);
  const problems = "problems" in result ? result.problems : [];
  return problems.map(({ path, found }) => `${path}: ${found}`);
};

// Requirement: UPT-01, ALRT-12
describe("the vendor that asks from outside", () => {
  it("is switched by one line: the same hosts, promises and pace, and no canary beside it", () => {
    const [before, after] = [parsed({ "dns.failover": undefined, uptime: {} }), parsed(checkly)];
    if ("problems" in before || "problems" in after) throw new Error("refused");
    const { checks, objectives, defaults } = before.settings.uptime;
    expect(after.settings.uptime).toMatchObject({ checks, objectives, defaults, canary: false });
    expect(before.settings.uptime.canary).toEqual({});
  });

  it("is refused as Checkly where DNS follows from a health check", () => {
    const failover = { host: "app.velocity.dev", standby: "standby.example.net" };
    expect(lines({ ...checkly, "dns.failover": failover })).toContain(
      "groundwork:uptime.vendor: checkly, though DNS fails over by a health check of Route 53",
    );
  });

  it("is not Checkly where its settings alone stand there", () => {
    expect(lines({ ...checkly, uptime: { checkly: {} } })).toEqual([
      "groundwork:uptime.checkly: said of Checkly, though Route 53 asks",
    ]);
  });
});
