import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { checkArguments, checkConfig, functionContract } from "../../../sandbox/check";

describe("a provider's configuration", () => {
  it.each<[string, PropertyMap]>([
    ["vercel", { team: "velocity", apiToken: UNKNOWN, version: "5.4.1" }],
    [
      "github",
      {
        owner: "velocity",
        parallelRequests: "true",
        appAuth: '{"id":"1","installationId":"2","pemFile":"p"}',
      },
    ],
    ["aws", { region: "eu-west-1", skipRegionValidation: "true", maxRetries: "5" }],
    ["supabase", { endpoint: "http://127.0.0.1:9999" }],
    ["random", {}],
    ["sentry", { token: UNKNOWN, baseUrl: "https://sentry.example.com/api/" }],
    ["checkly", {}],
    ["pagerduty", { serviceRegion: "eu" }],
  ])("is accepted as the engine sends it: %s", (name, config) => {
    expect(checkConfig(name, config)).toEqual([]);
  });

  it.each<[string, PropertyMap, string, string]>([
    ["vercel", { tem: "velocity" }, "tem", "no such input; did you mean team?"],
    ["vercel", { token: "t" }, "token", "no such input; known: apiToken, team"],
    [
      "aws",
      { maxRetries: "often" },
      "maxRetries",
      "expected a number; got a string of 5 characters",
    ],
    [
      "aws",
      { skipRegionValidation: "1" },
      "skipRegionValidation",
      "expected true or false; got number 1",
    ],
    ["gcp", {}, "", "no such provider"],
  ])("is refused: %s with %o", (name, config, property, reason) => {
    expect(checkConfig(name, config)).toEqual([{ property, reason }]);
  });
});

describe("a function", () => {
  it("has inputs, requirements and outputs", () => {
    expect(functionContract("supabase:index/getApikeys:getApikeys")).toMatchObject({
      package: "supabase",
      inputs: { projectRef: "string" },
      required: ["projectRef"],
      outputs: ["anonKey", "id", "projectRef", "publishableKey", "secretKeys", "serviceRoleKey"],
    });
    expect(functionContract("supabase:index/getApikey:getApikey")).toBeUndefined();
  });

  it("takes the arguments that it has", () => {
    const token = "aws:iam/getPolicyDocument:getPolicyDocument";
    const args: PropertyMap = { statements: [{ actions: ["s3:GetObject"], resources: [UNKNOWN] }] };
    expect(checkArguments(token, args)).toEqual([]);
  });

  it.each<[string, PropertyMap, string, string]>([
    ["supabase:index/getApikeys:getApikeys", {}, "projectRef", "required, and missing"],
    [
      "aws:iam/getPolicyDocument:getPolicyDocument",
      { statements: [{ action: ["s3:GetObject"] }] },
      "statements[0].action",
      "no such input; did you mean actions?",
    ],
    [
      "aws:index/getRegions:getRegions",
      { allRegions: "yes" },
      "allRegions",
      "expected true or false; got a string of 3 characters",
    ],
    ["aws:index/getRegoin:getRegoin", {}, "", "no such function"],
  ])("refuses others: %s with %o", (token, args, property, reason) => {
    expect(checkArguments(token, args)).toEqual([{ property, reason }]);
  });
});
