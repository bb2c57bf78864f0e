import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { appHealthChecked as rule } from "../../../policies/rules/observability/app-health-checked";
import { brief, judge, resource } from "../support/stack";

const app = (services: Value) =>
  brief(judge(rule, [resource(providerTypes.digitaloceanApp, "app", { spec: { services } })]));
const server = (healthCheck?: Value) =>
  app([healthCheck === undefined ? { name: "web" } : { name: "web", healthCheck }]);

// Requirement: HOST-16
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a path, and a port of what speaks no HTTP", () => {
    expect(server({ httpPath: "/health" })).toEqual([`pass app: ${rule.title}`]);
    expect(server({ port: 9000 })).toEqual([`pass app: ${rule.title}`]);
  });

  it("reports a server that nobody asks", () => {
    expect(server()).toEqual([
      "fail app: spec.services[0].healthCheck: found nothing, wanted httpPath or port",
    ]);
    expect(server({ periodSeconds: 10 })).toEqual([
      "fail app: spec.services[0].healthCheck: found neither, wanted httpPath or port",
    ]);
  });

  it("cannot tell what is unknown", () => {
    expect(server(UNKNOWN)[0]).toMatch(/^unknown/);
    expect(app(UNKNOWN)[0]).toMatch(/^unknown/);
  });

  it("has no ground in an app of workers, which nobody asks", () => {
    const spec = { workers: [{ name: "worker" }] };
    const answers = judge(rule, [resource(providerTypes.digitaloceanApp, "app", { spec })]);
    expect(brief(answers)).toEqual(["not-applicable app: the app has no server"]);
  });

  it("has no ground in an app of files, or without one", () => {
    expect(app([])).toEqual(["not-applicable app: the app has no server"]);
    expect(judge(rule, []).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
