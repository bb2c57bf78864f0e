import type { VercelDeployment, VercelProject } from "../vendors/vercel";
import { refusal } from "./refusal";

/** What is true of a project when somebody wants to go back. */
export interface FrontendFacts {
  project: VercelProject;
  /** Of production, newest first. */
  deployments: readonly VercelDeployment[];
  /** A release that is rolled out by stages. */
  rolling?: { current: string; next: string } | undefined;
}

export interface FrontendPlan {
  service: "frontend";
  projectId: string;
  from: VercelDeployment;
  to: VercelDeployment;
  /** A deployment that served is served again at once; one that never did is promoted, by the stages of the project. */
  how: "rollback" | "promote";
}

const service = "frontend";
/** Characters of a commit that are enough to name it. */
const shortestSha = 7;

// Requirement: DR-11
/** Where to go back to: the deployment named, else the last one that served before the one that does. Throws what forbids it. */
export function planFrontend(facts: FrontendFacts, to?: string): FrontendPlan {
  const { project, rolling } = facts;
  const from = releaseOf(facts);
  const target = to === undefined ? previousOf(facts, from) : namedOf(facts, from, to);
  if (target.id === from.id) throw isCurrent(target);
  const served = target.substate !== "STAGED" || target.id === rolling?.current;
  const how = served ? "rollback" : "promote";
  return { service, projectId: project.id, from, to: target, how };
}

/** What is to be taken back: the release on its way, else what production serves. */
function releaseOf({ project, deployments, rolling }: FrontendFacts): VercelDeployment {
  const id = rolling?.next ?? project.production;
  const found = deployments.find((it) => it.id === id);
  if (found) return found;
  throw refusal(service, `production of ${project.name} serves no deployment that is listed`, {
    fix: "deploy first: there is nothing to go back from",
  });
}

function previousOf({ deployments, rolling }: FrontendFacts, from: VercelDeployment) {
  const before = rolling
    ? deployments.filter(({ id }) => id === rolling.current)
    : deployments.filter(
        (it) => it.created < from.created && isGood(it) && it.substate !== "STAGED",
      );
  const [target] = before;
  if (target) return target;
  throw refusal(service, `no production deployment served before ${from.id}`, {
    allowed: "an earlier deployment that is READY and served",
    fix: "name one with --to, or ship a fix forward",
  });
}

function namedOf({ deployments }: FrontendFacts, from: VercelDeployment, to: string) {
  const named = deployments.filter((it) => isNamed(it, to));
  // One commit may have been deployed twice: the one that serves is not what is meant.
  const target = named.find((it) => isGood(it) && it.id !== from.id) ?? named[0];
  if (!target) {
    throw refusal(service, `no production deployment ${to}`, {
      allowed: `one of ${listed(deployments.filter(isGood))}`,
    });
  }
  if (!isGood(target)) {
    throw refusal(service, `${target.id} is ${target.state}`, {
      allowed: "a deployment that is READY",
    });
  }
  return target;
}

function isNamed({ id, url, sha }: VercelDeployment, to: string): boolean {
  const bare = to.replace(/^https:\/\//, "");
  return id === to || url === bare || (to.length >= shortestSha && sha?.startsWith(to) === true);
}

function isCurrent({ id }: VercelDeployment) {
  return refusal(service, `${id} is what production serves`, {
    allowed: "an earlier deployment",
  });
}

const isGood = ({ state }: VercelDeployment) => state === "READY";

/** The first few, which are the newest. */
function listed(deployments: readonly VercelDeployment[]): string {
  const names = deployments
    .slice(0, 5)
    .map(({ id, sha }) => (sha ? `${id} (${sha.slice(0, 7)})` : id));
  return names.join(", ") || "none: nothing is READY";
}
