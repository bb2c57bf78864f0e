import { z } from "zod";
import type { PropertyMap } from "../../core/value";
import { type Inventory, known, type Listed } from "./inventory";
import { restCall } from "./rest";
import type { VercelAccess } from "./vercel";

const page = {
  pagination: z.object({ next: z.union([z.number(), z.string()]).nullish() }).nullish(),
};
const projects = z.object({
  projects: z.array(z.object({ id: z.string(), name: z.string(), accountId: z.string() })),
  ...page,
});
const domains = z.object({ domains: z.array(z.object({ name: z.string() })), ...page });
const variables = z.object({
  envs: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      target: z.union([z.string(), z.array(z.string())]).nullish(),
      gitBranch: z.string().nullish(),
      customEnvironmentIds: z.array(z.string()).nullish(),
    }),
  ),
  ...page,
});
const routes = z.object({
  routes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      route: z.looseObject({ src: z.string().optional() }).nullish(),
    }),
  ),
});
const environments = z.object({
  environments: z.array(z.object({ id: z.string(), slug: z.string() })),
});

/** Things of one page: the most that Vercel gives. */
const pageSize = "100";
/** Pages that one list may have, so that an answer without end is none. */
const mostPages = 50;

/** Vercel's REST API: projects of the team, and what each has. Source: vercel.com/docs/rest-api. */
export function vercelInventory(access: VercelAccess): Inventory {
  const door = doorOf(access);
  const ofProject =
    (list: (door: Door, projectId: string) => Promise<Listed[]>) => (inputs: PropertyMap) => {
      const id = known(inputs, "projectId");
      return id === undefined ? Promise.resolve(undefined) : list(door, id);
    };
  return {
    "vercel:index/project:Project": (inputs) => projectsOf(door, known(inputs, "name")),
    "vercel:index/projectDomain:ProjectDomain": ofProject(domainsOf),
    "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable": ofProject(variablesOf),
    "vercel:index/projectRoute:ProjectRoute": ofProject(routesOf),
    "vercel:index/customEnvironment:CustomEnvironment": ofProject(environmentsOf),
  };
}

interface Door {
  get: <T>(path: string, schema: z.ZodType<T>, query?: Record<string, string>) => Promise<T>;
  /** Page by page. */
  pages: <T extends Paged>(
    path: string,
    schema: z.ZodType<T>,
    query?: Record<string, string>,
  ) => Promise<T[]>;
}

type Paged = z.infer<z.ZodObject<typeof page>>;

function doorOf(access: VercelAccess): Door {
  const { team } = access;
  const scope: Record<string, string> =
    team === undefined ? {} : { [team.startsWith("team_") ? "teamId" : "slug"]: team };
  const get: Door["get"] = (path, schema, query = {}) =>
    restCall("Vercel", access, { method: "GET", path, query: { ...query, ...scope } }, schema);
  return {
    get,
    async pages<T extends Paged>(path: string, schema: z.ZodType<T>, query = {}) {
      const all: T[] = [];
      let until: string | undefined;
      do {
        const next = { limit: pageSize, ...query, ...(until !== undefined && { until }) };
        const one = await get(path, schema, next);
        all.push(one);
        until = one.pagination?.next ? String(one.pagination.next) : undefined;
      } while (until !== undefined && all.length < mostPages);
      return all;
    },
  };
}

const at = (version: string, projectId: string) =>
  `/${version}/projects/${encodeURIComponent(projectId)}`;

async function projectsOf({ pages }: Door, name: string | undefined): Promise<Listed[]> {
  const query = name === undefined ? undefined : { search: name };
  const found = await pages("/v10/projects", projects, query);
  return found.flatMap((one) =>
    one.projects.map(({ id, name: own, accountId: teamId }) => ({
      id,
      properties: { name: own, ...(teamId.startsWith("team_") && { teamId }) },
    })),
  );
}

async function domainsOf({ pages }: Door, projectId: string): Promise<Listed[]> {
  const found = await pages(`${at("v9", projectId)}/domains`, domains);
  return found.flatMap((one) =>
    one.domains.map(({ name: domain }) => ({ id: domain, properties: { projectId, domain } })),
  );
}

async function variablesOf({ get }: Door, projectId: string): Promise<Listed[]> {
  const { envs } = await get(`${at("v10", projectId)}/env`, variables);
  return envs.map(({ id, key, target, gitBranch, customEnvironmentIds }) => ({
    id,
    properties: {
      ...{ projectId, key, gitBranch: gitBranch ?? undefined },
      targets: typeof target === "string" ? [target] : (target ?? []),
      customEnvironmentIds: customEnvironmentIds ?? [],
    },
  }));
}

async function routesOf({ get }: Door, projectId: string): Promise<Listed[]> {
  const { routes: found } = await get(`${at("v1", projectId)}/routes`, routes);
  return found.map(({ id, name, route }) => ({
    id,
    properties: { projectId, name, ...(route?.src !== undefined && { route: { src: route.src } }) },
  }));
}

async function environmentsOf({ get }: Door, projectId: string): Promise<Listed[]> {
  const found = await get(`${at("v9", projectId)}/custom-environments`, environments);
  return found.environments.map(({ slug }) => ({
    id: slug,
    properties: { projectId, name: slug },
  }));
}
