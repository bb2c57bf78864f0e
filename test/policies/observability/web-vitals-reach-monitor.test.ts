import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { webVitalsReachMonitor as rule } from "../../../policies/rules/observability/web-vitals-reach-monitor";
import { brief, headersRoute, judge, resource, vercelProject } from "../support/stack";

const data = "https://dataplane.rum.ca-central-1.amazonaws.com";
const guests = "https://cognito-identity.ca-central-1.amazonaws.com";
const vitals = (inputs: PropertyMap = {}) =>
  resource(tokens.webVitals, "vitals", { endpoints: { data, guests }, ...inputs });
const route = (policy: unknown) =>
  headersRoute({ headers: { "Content-Security-Policy": policy as string } });
const states = (policy: unknown, measured = vitals()) =>
  judge(rule, [vercelProject, route(policy), measured]).map(({ state }) => state);

// Requirement: ALRT-17, HDR-01
describe(`${rule.id}: ${rule.title}`, () => {
  it.each([
    ["both by name", `default-src 'none'; connect-src 'self' ${data} ${guests}`],
    ["both with a path", `connect-src ${data}/ ${guests}/`],
    ["both without a scheme", `connect-src ${data.slice(8)} ${guests.slice(8)}`],
    ["all that is encrypted", "connect-src https:"],
    ["everything", "connect-src *"],
    ["hosts of AWS", "connect-src https://*.amazonaws.com"],
    ["both by default", `default-src 'self' ${data} ${guests}`],
    ["all, for want of a directive", "frame-ancestors 'none'"],
  ])("holds for a policy that allows %s", (_, policy) => {
    expect(states(policy)).toEqual(["pass", "pass"]);
  });

  it("names what a policy holds back", () => {
    const given = [vercelProject, route(`connect-src 'self' ${data}`), vitals()];
    expect(brief(judge(rule, given))).toContain(
      `fail web-headers: route.headers.Content-Security-Policy: found nothing, wanted ${guests} in connect-src`,
    );
  });

  it.each([
    ["another region", `connect-src ${data.replace("ca-", "us-")} ${guests.replace("ca-", "us-")}`],
    ["nobody", "connect-src 'none'"],
    ["its own host", "default-src 'self'; img-src *"],
    ["what only looks alike", `connect-src ${data}.evil.example https://*.rum.example`],
  ])("reports a policy that allows %s", (_, policy) => {
    expect(states(policy)).toEqual(["fail", "fail"]);
  });

  it("reports addresses that are not encrypted", () => {
    const plain = vitals({
      endpoints: { data: data.replace("https", "http"), guests: guests.replace("https", "http") },
    });
    expect(states("connect-src *", plain)).toEqual(["fail", "fail"]);
  });

  it("cannot tell while policy or addresses are not known", () => {
    expect(states(UNKNOWN)).toEqual(["unknown", "unknown"]);
    expect(states("connect-src *", vitals({ endpoints: UNKNOWN }))).toEqual(["unknown", "unknown"]);
  });

  it("has no ground where nobody measures, or nothing sends a policy", () => {
    expect(judge(rule, [route("connect-src *")])[0]).toMatchObject({ state: "not-applicable" });
    expect(judge(rule, [vitals()])[0]).toMatchObject({
      state: "not-applicable",
      message: "nothing sends a policy",
    });
  });
});
