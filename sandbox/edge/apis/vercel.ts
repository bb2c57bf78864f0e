import { chunkFolder, chunksOf } from "../app/chunks";
import { type Deployment } from "../deployments/deployment";
import { stageAt } from "../deployments/rolling";
import { type Deployments } from "../deployments/store";
import { type Project } from "../estate/projects";
import { type ApiAnswer, type ApiCall, type Endpoint } from "./answer";

/** What the endpoints work on. */
export interface VercelContext {
  projects: () => readonly Project[];
  deployments: Deployments;
  now: () => Date;
}

/**
 * Endpoints of Vercel's REST API for deployments, as far as releases and rollbacks need them. Source: Vercel's REST API
 * reference; the command line asks for version 9 of the rollback, the reference names 1: both are here.
 */
export const vercelEndpoints: readonly Endpoint<VercelContext>[] = [
  { method: "GET", path: /^\/v[67]\/deployments$/, answer: list },
  { method: "POST", path: /^\/v13\/deployments$/, answer: create },
  { method: "GET", path: /^\/v13\/deployments\/([^/]+)$/, answer: withDeployment(shownOne) },
  { method: "GET", path: /^\/v6\/deployments\/([^/]+)\/files$/, answer: withDeployment(files) },
  { method: "GET", path: /^\/v\d+\/projects\/([^/]+)$/, answer: withProject(shownProject) },
  {
    method: "POST",
    path: /^\/v10\/projects\/([^/]+)\/promote\/([^/]+)$/,
    answer: withProject((project, { deployments }, [id = ""]) => {
      if (!deployments.find(project, id)) return notFound;
      return { status: deployments.promote(project, id) ? 201 : 202 };
    }),
  },
  {
    method: "POST",
    path: /^\/v(?:1|9)\/projects\/([^/]+)\/rollback\/([^/]+)$/,
    answer: withProject((project, { deployments }, [id = ""]) => {
      if (!deployments.find(project, id)) return notFound;
      if (
        deployments.production(project).deployment === id &&
        !deployments.production(project).rolling
      ) {
        return refused(409, "conflict", "The deployment is already in production.");
      }
      deployments.rollback(project, id);
      return { status: 201 };
    }),
  },
  {
    method: "GET",
    path: /^\/v1\/projects\/([^/]+)\/rolling-release$/,
    answer: withProject(rollingRelease),
  },
  {
    method: "POST",
    path: /^\/v1\/projects\/([^/]+)\/rolling-release\/(approve-stage|complete)$/,
    answer: withProject((project, context, [step], { body }) => {
      const { deployments } = context;
      const { rolling } = deployments.production(project);
      if (!rolling || body["canaryDeploymentId"] !== rolling.deployment) {
        return refused(400, "bad_request", "No active rolling release for this deployment.");
      }
      const next = body["nextStageIndex"];
      deployments.approve(project, step === "complete" ? undefined : Number(next));
      return rollingRelease(project, context);
    }),
  },
];

function list({ query }: ApiCall, { projects, deployments }: VercelContext): ApiAnswer {
  const wanted = query.get("projectId");
  const meta = [...query].flatMap(([name, value]) => {
    const [, key] = /^meta-(.+)$/.exec(name) ?? [];
    return key === undefined ? [] : [[key, value] as const];
  });
  const found = projects()
    .filter(({ id, name }) => wanted === null || wanted === id || wanted === name)
    .flatMap((project) => deployments.of(project).map((deployment) => ({ project, deployment })))
    .filter(({ deployment: { target, sha } }) => {
      const isTarget = query.get("target") === null || query.get("target") === target;
      return isTarget && (query.get("sha") === null || query.get("sha") === sha);
    })
    .map(({ project, deployment }) => shown(project, deployment, deployments))
    .filter(({ meta: has }) =>
      meta.every(([key, value]) => (has as Record<string, unknown>)[key] === value),
    )
    .sort((a, b) => b.created - a.created)
    .slice(0, Number(query.get("limit") ?? 20));
  const pagination = { count: found.length, next: null, prev: null };
  return { status: 200, body: { deployments: found, pagination } };
}

function create({ body }: ApiCall, context: VercelContext): ApiAnswer {
  const project = context
    .projects()
    .find(
      ({ id, name }) => id === body["project"] || name === body["project"] || name === body["name"],
    );
  if (!project) return notFound;
  const source = mapOf(body["gitSource"]);
  const sha =
    source["sha"] ??
    mapOf(body["gitMetadata"])["commitSha"] ??
    mapOf(body["meta"])["githubCommitSha"];
  if (typeof sha !== "string" || sha === "") {
    return refused(
      400,
      "bad_request",
      "A sandbox builds nothing: name the commit as gitSource.sha.",
    );
  }
  const deployment = context.deployments.create(project, {
    sha,
    ref: typeof source["ref"] === "string" ? source["ref"] : "main",
    target: body["target"] === "production" ? "production" : "preview",
    meta: textsOf(body["meta"]),
  });
  return { status: 200, body: detailed(project, deployment, context.deployments) };
}

function shownOne(
  project: Project,
  deployment: Deployment,
  { deployments }: VercelContext,
): ApiAnswer {
  return { status: 200, body: detailed(project, deployment, deployments) };
}

/** The tree of the output: the scripts that the build left. */
function files(_project: Project, { sha }: Deployment): ApiAnswer {
  const tree = chunksOf(sha).map(({ name }) => ({ name, type: "file", mode: 33188 }));
  const folders = chunkFolder.split("/").filter(Boolean);
  const nested = folders.reduceRight<object[]>(
    (children, name) => [{ name, type: "directory", mode: 16877, children }],
    tree,
  );
  return { status: 200, body: nested };
}

function shownProject(project: Project, { deployments }: VercelContext): ApiAnswer {
  const production = deployments.find(project, deployments.production(project).deployment);
  const targets = production && { production: detailed(project, production, deployments) };
  return { status: 200, body: { id: project.id, name: project.name, targets: { ...targets } } };
}

function rollingRelease(project: Project, { deployments, now }: VercelContext): ApiAnswer {
  const { rolling, deployment } = deployments.production(project);
  if (!rolling) return { status: 200, body: { rollingRelease: null } };
  const index = stageAt(project.stages, rolling, now());
  const stages = project.stages.map(({ percent, minutes }, at) => ({
    ...{ index: at, targetPercentage: percent, duration: minutes ?? null },
    isFinalStage: at === project.stages.length - 1,
  }));
  const one = (id: string) => ({ id, target: "production", readyState: "READY" });
  const release = {
    state: "ACTIVE",
    currentDeployment: one(deployment),
    canaryDeployment: one(rolling.deployment),
    stages,
    activeStage: stages[index] ?? null,
    nextStage: stages[index + 1] ?? null,
    startedAt: Date.parse(rolling.started),
  };
  return { status: 200, body: { rollingRelease: release } };
}

type OfProject = (
  project: Project,
  context: VercelContext,
  parts: readonly string[],
  call: ApiCall,
) => ApiAnswer;

function withProject(then: OfProject): Endpoint<VercelContext>["answer"] {
  return (call, context, [wanted, ...parts]) => {
    const project = context.projects().find(({ id, name }) => id === wanted || name === wanted);
    return project ? then(project, context, parts, call) : notFound;
  };
}

function withDeployment(
  then: (project: Project, deployment: Deployment, context: VercelContext) => ApiAnswer,
): Endpoint<VercelContext>["answer"] {
  return (_call, context, [wanted = ""]) => {
    for (const project of context.projects()) {
      const deployment = context.deployments.find(project, wanted);
      if (deployment) return then(project, deployment, context);
    }
    return notFound;
  };
}

/** As the list shows it. */
function shown(project: Project, deployment: Deployment, deployments: Deployments) {
  const { id, url, sha, ref, target, meta } = deployment;
  const created = Date.parse(deployment.created);
  return {
    ...{ uid: id, name: project.name, projectId: project.id, url, created, createdAt: created },
    ...{ ready: created, state: "READY", readyState: "READY", type: "LAMBDAS" },
    target: target === "production" ? "production" : null,
    readySubstate: substate(project, deployment, deployments),
    meta: { githubCommitSha: sha, githubCommitRef: ref, ...meta },
  };
}

/** As one deployment is shown: with the hosts that lead to it. */
function detailed(project: Project, deployment: Deployment, deployments: Deployments) {
  const { uid, ...rest } = shown(project, deployment, deployments);
  const isServed = deployments.production(project).deployment === uid;
  const alias = isServed ? project.domains.map(({ host }) => host) : [];
  return {
    id: uid,
    ...rest,
    alias,
    aliasAssigned: isServed,
    project: { id: project.id, name: project.name },
  };
}

/** `STAGED` until a production deployment first serves somebody, then `PROMOTED`, on its way `ROLLING`. */
function substate(project: Project, { id, target }: Deployment, deployments: Deployments) {
  const { served, rolling } = deployments.production(project);
  if (rolling?.deployment === id) return "ROLLING";
  if (served.includes(id)) return "PROMOTED";
  return target === "production" ? "STAGED" : undefined;
}

const notFound = refused(404, "not_found", "The deployment or project could not be found.");

function refused(status: number, code: string, message: string): ApiAnswer {
  return { status, body: { error: { code, message } } };
}

const mapOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(mapOf(value)).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
