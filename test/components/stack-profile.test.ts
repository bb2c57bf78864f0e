import { describe, expect, it } from "vitest";
import { StackProfile, type StackProfileArgs } from "../../components/stack-profile";
import { onMocks } from "../support/mocks";

const args: StackProfileArgs = {
  tier: "prod",
  owner: "platform-team",
  owners: ["web-team"],
  shared: { owner: "prod" },
  dependencies: { web: { database: { fallback: "a page that says so" } } },
  readiness: { dns: { by: "web-team", date: "2026-06-01", evidence: "docs/go-live/dns.md" } },
  onUnknown: "fail",
  budget: { monthlyUsd: 400, awsUsd: 60, owner: "platform-team", warnAtPercent: 70 },
  costs: {
    awsRegion: "ca-central-1",
    share: 1,
    countedBy: "prod",
    usage: { "storage.storedGb": 20 },
    resources: {},
  },
  waivers: [
    {
      rule: "csp-no-unsafe",
      target: "web-headers",
      reason: "the editor evaluates code",
      owner: "web-team",
      expires: "2027-03-31",
    },
  ],
  rules: { "hsts-max-age": { floor: 63072000 } },
};

describe("StackProfile", () => {
  it("carries what the stack is judged by as inputs, repeats it as outputs, and declares nothing else", async () => {
    const { resources } = await onMocks(() => new StackProfile("profile", args));
    expect(resources).toEqual([
      {
        type: "groundwork:stack:StackProfile",
        name: "profile",
        custom: false,
        parent: undefined,
        inputs: args,
        secretInputs: [],
        outputs: args,
        options: {},
      },
    ]);
  });

  it("carries nothing that is not asked for", async () => {
    const { resources } = await onMocks(
      () => new StackProfile("profile", { ...args, commit: "abc" } as StackProfileArgs),
    );
    expect(resources[0]?.inputs).toEqual(args);
  });
});
