import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Problem, UserError } from "../../core/errors";
import type { DeclaredResource } from "../../core/resource";
import type { Reach } from "../../operations/reach";
import { type Check, needsCredential } from "../../operations/smoke/check";
import type { SmokeRun } from "../../operations/smoke/junit";
import { smokePlan } from "../../operations/smoke/plan";
import { type CheckResult, runChecks } from "../../operations/smoke/run";
import { type Served, type ServedService, servedOf } from "../../operations/smoke/served";
import { readSuite } from "../../operations/smoke/suite";
import { type Context, projectOf } from "../context";

/** What is to be checked, and how patiently. */
export interface SmokeAsked {
  stack: string;
  sandbox: boolean;
  /** File of a smoke suite, in place of the stack's own. */
  suite?: string;
  /** Seconds that the whole run may take. */
  timeout: number;
  /** How often a check is asked before what it finds is believed. */
  attempts: number;
}

/** Everything that is checked, before anybody is asked. */
export interface SmokePrepared {
  checks: Check[];
  /** Container services among those that are asked. */
  services: readonly ServedService[];
  /** Name of the environment variable with the test credential; left out where no check sends it. */
  credential?: string;
}

/** Milliseconds before the second attempt. */
const backoffMs = 500;
/** Of the variable with the credential, for a stack that declares no suite. */
const defaultCredential = "SMOKE_CREDENTIAL";

/** Plans from what the stack declares. Asks nobody. */
export function prepareSmoke(
  context: Context,
  asked: SmokeAsked,
  resources: readonly DeclaredResource[],
): SmokePrepared {
  const declared = servedOf(resources);
  const served = withSuite(context, declared, asked);
  const checks = smokePlan(served);
  if (checks.length === 0) throw new UserError([nothingServed(asked.stack)], 2);
  const credential = served.credential ?? defaultCredential;
  return { checks, services: served.services, ...(checks.some(needsCredential) && { credential }) };
}

/** Asks for everything that was prepared. `reach` is the way to the hosts. */
export async function runSmoke(
  context: Context,
  { checks, credential }: Omit<SmokePrepared, "services">,
  asked: SmokeAsked,
  reach: Reach,
): Promise<SmokeRun> {
  const { stack, sandbox, timeout, attempts } = asked;
  const value = credential === undefined ? undefined : context.env[credential];
  // On a machine's own cloud nobody has an account: any word will do.
  const token = value || (sandbox ? "sandbox" : undefined);
  if (credential !== undefined && token === undefined) {
    throw new UserError([noCredential(stack, credential)], 2);
  }
  const at = context.clock();
  const started = Date.now();
  const label = `smoke ${stack}: ${checks.length} checks`;
  const progress = context.terminal.progress(label);
  const found: CheckResult[] = [];
  const results = await runChecks(checks, {
    ...{ reach, now: context.clock, attempts, backoffMs },
    ...(token !== undefined && { credential: token }),
    signal: AbortSignal.timeout(timeout * 1000),
    ended: (result) => {
      found.push(result);
      progress.update(`smoke ${stack}: ${found.length} of ${checks.length}, ${result.name}`);
    },
  }).catch((error: unknown) => {
    progress.fail(label);
    throw error;
  });
  const bad = results.some(({ findings }) => findings.length > 0);
  if (bad) progress.fail(label);
  else progress.done(label);
  return { stack, at, seconds: (Date.now() - started) / 1000, results };
}

/** The suite of the file named, else that of `smoke/<stack>.yaml` beside the stack files, else what the stack declares. */
function withSuite(context: Context, served: Served, { stack, suite }: SmokeAsked): Served {
  const own = path.join(projectOf(context).root, "smoke", `${stack}.yaml`);
  const file = suite === undefined ? own : path.resolve(context.cwd, suite);
  if (suite === undefined && !existsSync(own)) return served;
  return { ...served, suite: readSuite(readGiven(file), file, served) };
}

function readGiven(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code = "unreadable" } = error as NodeJS.ErrnoException;
    const fix = "name a file of YAML or JSON, or leave --suite out for the stack's own suite";
    throw new UserError([{ where: { file }, found: `no smoke suite here (${code})`, fix }], 2);
  }
}

function nothingServed(stack: string): Problem {
  return {
    where: { file: `Pulumi.${stack}.yaml` },
    found: "nothing that the stack declares is served to anybody",
    fix: "declare domains (groundwork:hosting) or checks (groundwork:uptime)",
  };
}

function noCredential(stack: string, name: string): Problem {
  return {
    where: {},
    found: `the smoke suite of ${stack} signs in, and ${name} is not set`,
    allowed: "the credential of the test account in that environment variable",
    fix: `set ${name}, or name a suite that needs none with --suite`,
  };
}
