import { describe, expect, it } from "vitest";
import { tokens } from "../../core/tokens";
import { costedStack } from "../../cost/costed-stack";
import { costs, declared } from "./stand-ins";

const carried = costs({ awsRegion: "ca-central-1", share: 0, countedBy: "prod" });
const profile = (inputs: object) => [declared(tokens.stackProfile, "profile", { ...inputs })];

describe("a stack to be estimated", () => {
  it("is estimated by what its profile carries", () => {
    const { tier, costs: read } = costedStack(
      "trial",
      profile({ tier: "staging", costs: carried }),
    );
    expect(tier).toBe("staging");
    expect(read).toEqual(carried);
  });

  it("leaves out meters that this version does not have", () => {
    const usage = { "storage.storedGb": 5, "storage.moonlight": 7 };
    const read = costedStack("trial", profile({ costs: { ...carried, usage } })).costs;
    expect(read.usage).toEqual({ "storage.storedGb": 5 });
  });

  it.each([
    ["without a profile", []],
    ["whose profile was written before there were costs", profile({ tier: "prod" })],
    ["whose costs cannot be read", profile({ tier: "prod", costs: { share: 7 } })],
  ])("%s counts everything", (_, resources) => {
    expect(costedStack("trial", resources).costs).toEqual(costs());
  });

  it.each([
    ["dev-eu", "dev"],
    ["trial", "prod"],
  ])("takes the tier that its name says: %s is %s", (stack, tier) => {
    expect(costedStack(stack, []).tier).toBe(tier);
  });
});
