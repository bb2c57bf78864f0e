import { ask, type Network, type Question } from "./ask";
import { certificateFindings, findings } from "./judge";
import type { CanaryPart, CanaryPlan, SmokeRequest, Target } from "./plan";

/** What a run needs beside its plan. */
export interface Surroundings extends Network {
  now: () => Date;
  /** Test credential of the smoke suite. Reaches the hosts of the plan, and no message. */
  credential?: string;
}

type Runner = (plan: CanaryPlan, surroundings: Surroundings) => Promise<string[]>;

/** Carries out a part of the plan. Rejects with all findings of all hosts at once; resolves when there is none. */
export async function runPart(
  part: CanaryPart,
  plan: CanaryPlan,
  surroundings: Surroundings,
): Promise<void> {
  const found = await runners[part](plan, surroundings);
  if (found.length > 0) throw new Error(found.join("\n"));
}

const runners: Readonly<Record<CanaryPart, Runner>> = {
  health: async ({ targets }, surroundings) => {
    const found = await Promise.all(targets.map((target) => healthOf(target, surroundings)));
    return found.flat();
  },
  certificates: async ({ targets, certificateDays }, surroundings) => {
    const found = await Promise.all(
      targets.map((target) => certificateOf(target, certificateDays, surroundings)),
    );
    return found.flat();
  },
  // One after the other: a session can only start in a project that was made.
  smoke: async ({ smoke }, surroundings) => {
    const found: string[] = [];
    for (const request of smoke) found.push(...(await smokeOf(request, surroundings)));
    return found;
  },
};

function healthOf(target: Target, surroundings: Surroundings): Promise<string[]> {
  return told(nameOf(target), async () => {
    const answer = await ask(target, surroundings);
    return findings(target, answer, surroundings.now());
  });
}

function certificateOf(target: Target, days: number, surroundings: Surroundings) {
  return told(nameOf(target), async () => {
    const answer = await ask(target, surroundings);
    return certificateFindings(answer, days, surroundings.now());
  });
}

// Requirement: UPT-04, REL-07
function smokeOf(request: SmokeRequest, surroundings: Surroundings): Promise<string[]> {
  return told(request.name, async () => {
    const { status } = await ask(questionOf(request, surroundings.credential), surroundings);
    return status === request.status ? [] : [`status ${status}, wanted ${request.status}`];
  });
}

function questionOf(request: SmokeRequest, credential = ""): Question {
  const { host, port, path, method, body, authenticated } = request;
  const headers: Record<string, string> = {
    ...(authenticated && { authorization: `Bearer ${credential}` }),
    ...(body !== undefined && { "content-type": "application/json" }),
  };
  const text = body === undefined ? undefined : JSON.stringify(filled(body, credential));
  return { ...{ host, port, path, method, headers }, ...(text !== undefined && { body: text }) };
}

/** The value with the credential where its place is. */
function filled(value: unknown, credential: string): unknown {
  if (value === "$CREDENTIAL") return credential;
  if (Array.isArray(value)) return value.map((item) => filled(item, credential));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, filled(item, credential)]);
  return Object.fromEntries(entries) as unknown;
}

async function told(name: string, find: () => Promise<string[]>): Promise<string[]> {
  const found = await find().catch((error: unknown) => [wordsOf(error)]);
  return found.map((finding) => `${name}: ${finding}`);
}

function nameOf({ host, connectTo }: Target): string {
  return connectTo === undefined ? host : `${host} at ${connectTo}`;
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return "could not be asked";
  return error.name === "TimeoutError" || error.name === "AbortError"
    ? "did not answer in time"
    : `could not be asked (${error.message})`;
}
