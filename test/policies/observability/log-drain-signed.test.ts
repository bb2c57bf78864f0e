import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../core/resource";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { logDrainSigned as rule } from "../../../policies/rules/observability/log-drain-signed";
import { judge, resource } from "../support/stack";

const judged = (inputs: PropertyMap, rest: Partial<DeclaredResource> = {}) =>
  judge(rule, [resource(providerTypes.vercelLogDrain, "drain", inputs, rest)])[0];

// Requirement: LOG-10
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a secret or headers, and quotes neither", () => {
    const result = judged({ secret: "a-value-that-nobody-may-see" });
    expect(result?.state).toBe("pass");
    expect(JSON.stringify(result)).not.toContain("a-value");
    expect(judged({ headers: { Authorization: "Bearer x" } })?.state).toBe("pass");
  });

  it("holds for one that is still to be made, or unreadable where it is judged", () => {
    const inputs: PropertyMap = { secret: UNKNOWN };
    expect(judged(inputs, { secrets: ["secret"] })?.state).toBe("pass");
    expect(judged(inputs, { propertyDependencies: { secret: ["urn"] } })?.state).toBe("pass");
  });

  it("reports a drain without either, in full", () => {
    expect(judged({})).toEqual({
      rule: "log-drain-signed",
      state: "fail",
      urn: "urn:pulumi:prod::groundwork::vercel:index/logDrain:LogDrain::drain",
      level: "mandatory",
      severity: "medium",
      message: "secret: found nothing, wanted a secret, or headers with a credential",
      property: "secret",
      input: "logDrain.secret",
      found: null,
      wanted: "a secret, or headers with a credential",
    });
  });

  it("cannot tell while one is unknown that may be nothing", () => {
    expect(judged({ secret: UNKNOWN }, { secrets: ["headers"] })?.state).toBe("unknown");
    expect(judged({ headers: UNKNOWN }, { propertyDependencies: { headers: [] } })?.state).toBe(
      "unknown",
    );
  });
});
