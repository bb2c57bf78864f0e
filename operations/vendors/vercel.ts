import { z } from "zod";
import { type RestAccess, restCall } from "./rest";

/** A deployment, as far as going back to it asks. */
export interface VercelDeployment {
  /** `dpl_…` */
  id: string;
  /** Its own host. */
  url: string | undefined;
  created: Date;
  /** `READY`, `BUILDING`, `ERROR` … */
  state: string;
  /** `production`, or another environment. */
  target: string | undefined;
  /** `STAGED` before it served anybody, `ROLLING` while a share of visitors gets it, then `PROMOTED`. */
  substate: string | undefined;
  /** Commit that it was built from. */
  sha: string | undefined;
}

export interface VercelProject {
  id: string;
  name: string;
  /** Id of the deployment that production serves; none before the first. */
  production: string | undefined;
}

/** Vercel's REST API for deployments. */
export interface VercelClient {
  project(idOrName: string): Promise<VercelProject>;
  /** Production deployments, newest first. */
  deployments(projectId: string): Promise<VercelDeployment[]>;
  deployment(idOrUrl: string): Promise<VercelDeployment>;
  /** What serves and what is on its way, while a release is rolled out by stages. */
  rollingRelease(projectId: string): Promise<{ current: string; next: string } | undefined>;
  /** Serves a deployment that never served, by the stages of the project. */
  promote(projectId: string, id: string): Promise<void>;
  /** Serves an earlier deployment at once; ends a rolling release. */
  rollback(projectId: string, id: string, reason: string): Promise<void>;
}

export interface VercelAccess extends RestAccess {
  /** Slug, or id (`team_…`). Left out, the account that the token is of. */
  team?: string | undefined;
}

/** Where the API is. Source: vercel.com/docs/rest-api. */
export const vercelApi = "https://api.vercel.com";

const deployment = z.object({
  uid: z.string().optional(),
  id: z.string().optional(),
  url: z.string().nullish(),
  created: z.number().optional(),
  createdAt: z.number().optional(),
  state: z.string().optional(),
  readyState: z.string().optional(),
  readySubstate: z.string().nullish(),
  target: z.string().nullish(),
  meta: z.record(z.string(), z.unknown()).nullish(),
});
const list = z.object({ deployments: z.array(deployment) });
const project = z.object({
  id: z.string(),
  name: z.string(),
  targets: z.record(z.string(), z.object({ id: z.string() }).nullish()).nullish(),
});
const oneId = z.object({ id: z.string() });
const rolling = z.object({
  rollingRelease: z
    .object({
      state: z.string(),
      currentDeployment: oneId.nullish(),
      canaryDeployment: oneId.nullish(),
    })
    .nullish(),
});
const nothing = z.unknown();

/** Deployments that one list holds: the most that Vercel gives. */
const mostListed = "100";

// Requirement: DR-11
export function vercelClient(access: VercelAccess): VercelClient {
  const { team } = access;
  const scope: Record<string, string> =
    team === undefined ? {} : { [team.startsWith("team_") ? "teamId" : "slug"]: team };
  const call = <T>(
    method: "GET" | "POST",
    path: string,
    schema: z.ZodType<T>,
    query: Record<string, string> = {},
  ) => restCall("Vercel", access, { method, path, query: { ...query, ...scope } }, schema);
  const part = encodeURIComponent;
  return {
    async project(idOrName) {
      const { id, name, targets } = await call("GET", `/v9/projects/${part(idOrName)}`, project);
      return { id, name, production: targets?.["production"]?.id };
    },
    async deployments(projectId) {
      const query = { projectId, target: "production", limit: mostListed };
      const { deployments } = await call("GET", "/v6/deployments", list, query);
      return deployments.map(readDeployment).sort((a, b) => Number(b.created) - Number(a.created));
    },
    async deployment(idOrUrl) {
      return readDeployment(await call("GET", `/v13/deployments/${part(idOrUrl)}`, deployment));
    },
    async rollingRelease(projectId) {
      const path = `/v1/projects/${part(projectId)}/rolling-release`;
      const { rollingRelease } = await call("GET", path, rolling);
      if (rollingRelease?.state !== "ACTIVE") return undefined;
      const { currentDeployment, canaryDeployment } = rollingRelease;
      if (!currentDeployment || !canaryDeployment) return undefined;
      return { current: currentDeployment.id, next: canaryDeployment.id };
    },
    async promote(projectId, id) {
      await call("POST", `/v10/projects/${part(projectId)}/promote/${part(id)}`, nothing);
    },
    async rollback(projectId, id, description) {
      const path = `/v1/projects/${part(projectId)}/rollback/${part(id)}`;
      await call("POST", path, nothing, { description });
    },
  };
}

function readDeployment(read: z.infer<typeof deployment>): VercelDeployment {
  const sha = read.meta?.["githubCommitSha"];
  return {
    id: read.uid ?? read.id ?? "",
    url: read.url ?? undefined,
    created: new Date(read.created ?? read.createdAt ?? 0),
    state: read.readyState ?? read.state ?? "UNKNOWN",
    target: read.target ?? undefined,
    substate: read.readySubstate ?? undefined,
    sha: typeof sha === "string" ? sha : undefined,
  };
}
