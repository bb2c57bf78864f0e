import { readFileSync } from "node:fs";
import { join } from "node:path";
import { canaryParts, type CanaryPlan } from "./plan";
import { runPart } from "./run";

/** Milliseconds: health endpoints give up on what they depend on after five seconds. */
const timeout = 10_000;

/**
 * What CloudWatch Synthetics calls. The plan lies beside the script; which part of it is meant and the test credential
 * come from the environment. A rejection is a failed run.
 */
export async function handler(): Promise<void> {
  const part = canaryParts.find((it) => it === process.env["CANARY_PART"]);
  if (!part) throw new Error(`CANARY_PART is none of ${canaryParts.join(", ")}`);
  const plan = JSON.parse(readFileSync(join(__dirname, "plan.json"), "utf8")) as CanaryPlan;
  const credential = process.env["SMOKE_CREDENTIAL"];
  const surroundings = { timeout, now: () => new Date() };
  await runPart(part, plan, { ...surroundings, ...(credential !== undefined && { credential }) });
}
