import { z } from "zod";
import type { PropertyMap } from "../../core/value";
import { type Inventory, known, type Listed } from "./inventory";
import { type RestAccess, restCall, VendorRefusal } from "./rest";

/** Where the API is. Source: docs.github.com/rest. */
export const githubApi = "https://api.github.com";

export interface GithubAccess extends RestAccess {
  /** Organization or user that the repositories are of. */
  owner: string;
}

const repository = z.object({ name: z.string(), node_id: z.string() });
const rulesets = z.array(
  z.object({ id: z.number(), name: z.string(), source_type: z.string().nullish() }),
);
const environments = z.object({ environments: z.array(z.object({ name: z.string() })).nullish() });
const secrets = z.object({ secrets: z.array(z.object({ name: z.string() })) });
const teams = z.array(z.object({ id: z.number(), name: z.string(), slug: z.string() }));

/** Things of one page: the most that GitHub gives. */
const pageSize = 100;
const mostPages = 50;

/** GitHub's REST API: a repository, and what it has. */
export function githubInventory({ owner, ...access }: GithubAccess): Inventory {
  const door = doorOf(access);
  const of =
    (input: string, list: (door: Door, place: Place) => Promise<Listed[]>) =>
    (inputs: PropertyMap) => {
      const name = known(inputs, input);
      if (name === undefined) return Promise.resolve(undefined);
      const path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;
      return orNone(list(door, { name, path }));
    };
  return {
    "github:index/repository:Repository": of("name", repositoryAt),
    "github:index/repositoryRuleset:RepositoryRuleset": of("repository", rulesetsOf),
    "github:index/repositoryEnvironment:RepositoryEnvironment": of("repository", environmentsOf),
    "github:index/actionsSecret:ActionsSecret": of("repository", secretsOf),
    "github:index/team:Team": () => teamsOf(door, owner),
  };
}

/** A repository, and where the API has it. */
interface Place {
  name: string;
  path: string;
}

interface Door {
  get: <T>(path: string, schema: z.ZodType<T>, page?: number) => Promise<T>;
  pages: <T, Item>(
    path: string,
    schema: z.ZodType<T>,
    items: (answer: T) => readonly Item[],
  ) => Promise<Item[]>;
}

function doorOf(access: RestAccess): Door {
  const get: Door["get"] = (path, schema, page = 1) => {
    const query = { per_page: String(pageSize), page: String(page) };
    return restCall("GitHub", access, { method: "GET", path, query }, schema);
  };
  return {
    get,
    async pages<T, Item>(
      path: string,
      schema: z.ZodType<T>,
      items: (answer: T) => readonly Item[],
    ) {
      const all: Item[] = [];
      for (let page = 1; page <= mostPages; page += 1) {
        const found = items(await get(path, schema, page));
        all.push(...found);
        if (found.length < pageSize) break;
      }
      return all;
    },
  };
}

async function repositoryAt({ get }: Door, { path }: Place): Promise<Listed[]> {
  const { name, node_id: nodeId } = await get(path, repository);
  return [{ id: name, properties: { name, nodeId } }];
}

async function rulesetsOf({ pages }: Door, { name: repository, path }: Place): Promise<Listed[]> {
  const found = await pages(`${path}/rulesets`, rulesets, (answer) => answer);
  // Those of the organization are listed as well, and are not the repository's.
  const own = found.filter(({ source_type: source }) => source !== "Organization");
  return own.map(({ id, name }) => ({ id: String(id), properties: { repository, name } }));
}

async function environmentsOf(
  { pages }: Door,
  { name: repository, path }: Place,
): Promise<Listed[]> {
  const itemsOf = (answer: z.infer<typeof environments>) => answer.environments ?? [];
  const found = await pages(`${path}/environments`, environments, itemsOf);
  return found.map(({ name: environment }) => ({
    id: `${repository}:${environment}`,
    properties: { repository, environment },
  }));
}

async function secretsOf({ pages }: Door, { name: repository, path }: Place): Promise<Listed[]> {
  const found = await pages(`${path}/actions/secrets`, secrets, (answer) => answer.secrets);
  return found.map(({ name: secretName }) => ({
    id: `${repository}:${secretName}`,
    properties: { repository, secretName },
  }));
}

async function teamsOf({ pages }: Door, owner: string): Promise<Listed[]> {
  const path = `/orgs/${encodeURIComponent(owner)}/teams`;
  const found = await pages(path, teams, (answer) => answer);
  return found.map(({ id, name, slug }) => ({ id: String(id), properties: { name, slug } }));
}

/** What is in a repository that is not there: nothing. */
async function orNone(list: Promise<Listed[]>): Promise<Listed[]> {
  try {
    return await list;
  } catch (error) {
    if (error instanceof VendorRefusal && String(error.answered).startsWith("404")) return [];
    throw error;
  }
}
