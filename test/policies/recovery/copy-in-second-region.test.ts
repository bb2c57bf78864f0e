import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../core/resource";
import { UNKNOWN } from "../../../core/value";
import { copyInSecondRegion as rule } from "../../../policies/rules/recovery/copy-in-second-region";
import { asking, bucket, plan, replication } from "../support/recovery";
import { brief, judge, profile, resource } from "../support/stack";

const home = bucket("home");
const west = bucket("west", { region: "ca-west-1" });
const ask = (...resources: DeclaredResource[]) => brief(judge(rule, resources));
const kept = [`pass groundwork-prod: ${rule.title}`];
const report = [
  "fail groundwork-prod: found an empty list, wanted copies in another region: at least 1",
];
const vault = (destinationVaultArn: string | symbol) =>
  plan([{}, { copyActions: [{ destinationVaultArn: destinationVaultArn as string }] }]);

// Requirement: STOR-08
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a replication into another region, and a plan that copies elsewhere", () => {
    expect(ask(home, west, replication(home, west))).toEqual(kept);
    const far = bucket("far", { region: "us-east-1" });
    expect(ask(west, far, replication(west, far))).toEqual(kept);
    expect(ask(vault("arn:aws:backup:ca-west-1:123456789012:backup-vault:b"))).toEqual(kept);
    expect(ask(vault(UNKNOWN))).toEqual(kept);
  });

  it("reports a stack that keeps things in one region", () => {
    expect(ask(home)).toEqual(report);
    expect(ask(plan([{}]))).toEqual(report);
    expect(ask(home, plan([{}]))).toEqual(report);
    expect(judge(rule, [home])[0]?.input).toBe("replication");
    const beside = bucket("beside");
    expect(ask(home, beside, replication(home, beside))).toEqual(report);
    const other = bucket("other", { region: "ca-west-1" });
    expect(ask(west, other, replication(west, other))).toEqual(report);
  });

  it("counts no replication between buckets that the stack does not have", () => {
    expect(ask(home, replication(home, west))).toEqual(report);
    expect(ask(home, { ...replication(home, west), propertyDependencies: {} })).toEqual(report);
    expect(ask(west, replication(home, west))).toEqual(report);
    const topic = resource("aws:sns/topic:Topic", "topic", { region: "ca-west-1" });
    expect(ask(home, topic, replication(home, topic))).toEqual(report);
  });

  it("asks for more where the stack does", () => {
    const two = asking(rule.id, { minCopies: 2 });
    expect(brief(judge(rule, [two, home, west, replication(home, west)]))).toEqual([
      "fail groundwork-prod: found replication, wanted copies in another region: at least 2",
    ]);
  });

  it("asks nothing of staging, nor of a stack that keeps nothing on AWS", () => {
    const staging = judge(rule, [profile({ tier: "staging" }), home], { stack: "staging" });
    expect(brief(staging)).toEqual([
      "not-applicable groundwork-prod: the tier asks for no copy in a second region",
    ]);
    expect(ask()).toEqual(["not-applicable groundwork-prod: nothing is kept on AWS"]);
  });
});
