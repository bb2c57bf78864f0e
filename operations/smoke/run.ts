import { performance } from "node:perf_hooks";
import pRetry from "p-retry";
import { groupBy } from "../../core/group";
import { type Answer, type Reach, Unreachable } from "../reach";
import { type Check, checkGroups, credentialPlace, type SmokeFinding } from "./check";
import { further, judge, judgeSilence } from "./judge";

/** What a check came to. */
export interface CheckResult {
  name: string;
  group: Check["group"];
  host: string;
  url: string;
  /** Empty when all is as declared. */
  findings: SmokeFinding[];
  /** How often it was asked. */
  attempts: number;
  /** Of the last answer; left out where there was none. */
  milliseconds?: number;
}

/** What a run of checks needs beside them. */
export interface SmokeSurroundings {
  reach: Reach;
  now: () => Date;
  /** Test credential. Reaches the hosts that the checks name, and no message. */
  credential?: string;
  /** How often a check is asked before what it finds is believed, from 1: a deployment takes moments to be everywhere. */
  attempts: number;
  /** Milliseconds before the second attempt; twice as long before each further one. */
  backoffMs: number;
  /** Ends the run: what was not asked by then is a finding. */
  signal: AbortSignal;
  /** Told as each check ends. */
  ended?: (result: CheckResult) => void;
}

/** An answer that is not as declared: asked again until there are no attempts left. */
class NotAsDeclared extends Error {
  constructor(
    readonly findings: SmokeFinding[],
    readonly milliseconds?: number,
  ) {
    super("not as declared");
  }
}

// Requirement: REL-07, REL-08
/** Carries out the checks: hosts side by side, the checks of a host one after the other, as a project is made before its preview. */
export async function runChecks(
  checks: readonly Check[],
  surroundings: SmokeSurroundings,
): Promise<CheckResult[]> {
  const hosts = [...groupBy(checks, ({ host }) => host).values()];
  const results = await Promise.all(hosts.map((ofHost) => inTurn(ofHost, surroundings)));
  const order = ({ group }: CheckResult) => checkGroups.indexOf(group);
  return results.flat().sort((one, other) => order(one) - order(other));
}

async function inTurn(
  checks: readonly Check[],
  surroundings: SmokeSurroundings,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  const queue = [...checks];
  for (let check = queue.shift(); check; check = queue.shift()) {
    const { result, more } = await carryOut(check, surroundings);
    surroundings.ended?.(result);
    results.push(result);
    queue.unshift(...more);
  }
  return results;
}

async function carryOut(check: Check, surroundings: SmokeSurroundings) {
  const { attempts, backoffMs, signal } = surroundings;
  const { name, group, host, url } = check;
  let tried = 0;
  let last: { findings: SmokeFinding[]; milliseconds?: number } | undefined;
  const attempt = async (): Promise<Answer> => {
    tried += 1;
    last = undefined;
    try {
      return await answerAsDeclared(check, surroundings);
    } catch (error) {
      if (error instanceof NotAsDeclared) last = error;
      throw error;
    }
  };
  const limits = {
    ...{ retries: attempts - 1, minTimeout: backoffMs, factor: 2, signal },
    shouldRetry: ({ error }: { error: Error }) => error instanceof NotAsDeclared,
  };
  const ended = (findings: SmokeFinding[], milliseconds?: number): CheckResult => ({
    ...{ name, group, host, url, findings, attempts: tried },
    ...(milliseconds !== undefined && { milliseconds }),
  });
  try {
    const answer = await pRetry(attempt, limits);
    return { result: ended([], answer.milliseconds), more: further(check, answer) };
  } catch (error) {
    if (last) return { result: ended(last.findings, last.milliseconds), more: [] };
    if (!signal.aborted) throw error;
    return { result: ended([outOfTime]), more: [] };
  }
}

const outOfTime: SmokeFinding = {
  ...{ what: "time", expected: "an answer within the time limit of the run" },
  served: "not asked in time",
};

async function answerAsDeclared(check: Check, surroundings: SmokeSurroundings): Promise<Answer> {
  const { reach, now, credential = "" } = surroundings;
  const started = performance.now();
  try {
    const answer = await reach.ask(check.url, questionOf(check, credential));
    const findings = judge(check, answer, now());
    if (findings.length > 0) throw new NotAsDeclared(findings, answer.milliseconds);
    return answer;
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    throw new NotAsDeclared(judgeSilence(error), Math.round(performance.now() - started));
  }
}

function questionOf({ question, body, authenticated }: Check, credential: string) {
  const headers = {
    ...question.headers,
    ...(authenticated && { authorization: `Bearer ${credential}` }),
    ...(body !== undefined && { "content-type": "application/json" }),
  };
  const text = body === undefined ? undefined : JSON.stringify(filled(body, credential));
  return { ...question, headers, ...(text !== undefined && { body: text }) };
}

/** The value with the credential where its place is. */
function filled(value: unknown, credential: string): unknown {
  if (value === credentialPlace) return credential;
  if (Array.isArray(value)) return value.map((item) => filled(item, credential));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, filled(item, credential)]),
  );
}
