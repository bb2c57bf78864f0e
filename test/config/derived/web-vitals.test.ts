import { describe, expect, it } from "vitest";
import { parseSettings } from "../../../config/parse";
import { edited, sectionsOf } from "../support";

const prod = sectionsOf("Pulumi.prod.yaml");
const around = { awsRegion: "ca-central-1" };

function settings(edits: Record<string, unknown> = {}) {
  const parsed = parseSettings(edited(prod, edits), around);
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.settings;
}

// Requirement: ALRT-17
describe("web vitals in a stack file", () => {
  it("are measured in prod alone", () => {
    expect(settings().webVitals).toEqual({
      product: "velocity-platform",
      tier: "prod",
      owner: "platform-team",
      region: "ca-central-1",
      domains: ["app.velocity-platform.com"],
      sampleRate: 0.1,
    });
    for (const stack of ["dev", "staging"]) {
      expect(sectionsOf(`Pulumi.${stack}.yaml`)).not.toHaveProperty("webVitals");
    }
  });

  it("tell the app in production what its client needs, unless the file says otherwise", () => {
    expect(settings().hosting.variables).toMatchObject({
      NEXT_PUBLIC_WEB_VITALS: { output: "webVitals.client", targets: ["production"] },
    });
    const own = { "webVitals.variable": "VITE_VITALS", "hosting.variables": { VITE_VITALS: "x" } };
    expect(settings(own).hosting.variables).toMatchObject({ VITE_VITALS: "x" });
    const none = settings({ webVitals: undefined });
    expect(none.hosting.variables).not.toHaveProperty("NEXT_PUBLIC_WEB_VITALS");
    expect(none.hosting.awsRegion).toBeUndefined();
  });

  it.each([
    [["supabase"], ["supabase", "awsRum"]],
    [undefined, ["supabase", "awsRum"]],
    [["awsRumScript"], ["awsRumScript"]],
  ])("let pages that talk to %j send to AWS RUM of the stack's region", (said, parties) => {
    const { hosting } = settings({ "hosting.thirdParties": said });
    expect(hosting.thirdParties).toEqual(parties);
    expect(hosting.awsRegion).toBe("ca-central-1");
  });

  it("are watched, and the role of jobs may change what they need", () => {
    const { alerts, access } = settings();
    expect(alerts.services.web).toMatchObject({ appMonitor: "velocity-platform-prod-web-vitals" });
    expect(access?.appMonitors).toEqual(["velocity-platform-prod-web-vitals"]);
    const none = settings({ webVitals: undefined });
    expect(none.alerts.services.web).not.toHaveProperty("appMonitor");
    expect(none.access).not.toHaveProperty("appMonitors");
  });

  it("are refused where no host serves the app", () => {
    const edits = { "hosting.domains": undefined, dns: undefined };
    const parsed = parseSettings(edited(prod, edits), around);
    const problems = "problems" in parsed ? parsed.problems : [];
    expect(problems.map(({ path }) => path)).toContain("groundwork:webVitals.domains");
  });

  it("are refused with a variable that no browser reads", () => {
    const parsed = parseSettings(edited(prod, { "webVitals.variable": "VITALS" }), around);
    expect(parsed).toMatchObject({
      problems: [{ path: "groundwork:webVitals.variable", found: 'got "VITALS"' }],
    });
  });
});
