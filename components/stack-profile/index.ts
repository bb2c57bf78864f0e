import type * as pulumi from "@pulumi/pulumi";
import type { StackProfileInputs } from "../../core/profile";
import { tokens } from "../../core/tokens";
import { Component } from "../component";

/**
 * By what a stack is judged: tier, owner, budget, waivers and options of rules. They hold nothing that changes from
 * run to run, no clock and no commit.
 */
export type StackProfileArgs = StackProfileInputs;

/**
 * Says by what the stack is judged, so that rules, state and auditors read the same words.
 *
 * Declares nothing in any cloud. Policies find it by its type; a stack has exactly one. The args are repeated as
 * outputs, because that is where a policy of the whole stack sees a component's values.
 *
 * @example
 * new StackProfile("profile", {
 *   tier: "prod",
 *   owner: "platform-team",
 *   shared: { owner: "prod" },
 *   onUnknown: "fail",
 *   budget: { monthlyUsd: 400, awsUsd: 60, owner: "platform-team" },
 *   waivers: [],
 *   rules: {},
 * });
 *
 * @example
 * new StackProfile("profile", {
 *   tier: "prod",
 *   owner: "platform-team",
 *   owners: ["web-team"],
 *   shared: { owner: "prod" },
 *   readiness: {
 *     dns: { by: "web-team", date: "2026-06-01", evidence: "docs/go-live/dns.md" },
 *   },
 *   onUnknown: "fail",
 *   budget: { monthlyUsd: 600, awsUsd: 120, owner: "platform-team" },
 *   waivers: [
 *     {
 *       rule: "csp-no-unsafe",
 *       target: "web-headers",
 *       reason: "The code editor evaluates code until its worker build is out",
 *       owner: "web-team",
 *       expires: "2027-03-31",
 *       ticket: "WEB-412",
 *     },
 *   ],
 *   rules: { "hsts-max-age": { minSeconds: 31536000 } },
 * });
 */
export class StackProfile extends Component {
  constructor(name: string, args: StackProfileArgs, opts?: pulumi.ComponentResourceOptions) {
    const { tier, owner, owners = [], shared, dependencies = {}, onUnknown, budget } = args;
    const { readiness = {}, costs, waivers, rules } = args;
    const inputs = {
      ...{ tier, owner, owners, shared, dependencies, readiness, onUnknown, budget },
      ...(costs && { costs }),
      waivers,
      rules,
    };
    super(tokens.stackProfile, name, inputs, opts);
    this.registerOutputs(inputs);
  }
}
