import { z } from "zod";
import { type Inventory, known, type Listed } from "./inventory";
import { type RestAccess, restCall } from "./rest";

/** Where the Management API is. Source: supabase.com/docs/reference/api. */
export const supabaseApi = "https://api.supabase.com";

const projects = z.array(
  z.object({
    id: z.string(),
    ref: z.string().optional(),
    name: z.string(),
    region: z.string().optional(),
    organization_id: z.string(),
    organization_slug: z.string().optional(),
  }),
);
const keys = z.array(
  z.object({ id: z.string().nullish(), name: z.string(), type: z.string().nullish() }),
);
const functions = z.array(z.object({ id: z.string(), slug: z.string(), name: z.string() }));
const branches = z.array(
  z.object({ id: z.string(), name: z.string(), git_branch: z.string().nullish() }),
);
const secrets = z.array(z.object({ name: z.string() }));

/** Supabase's Management API: projects by organization, and what each has. */
export function supabaseInventory(access: RestAccess): Inventory {
  const get = <T>(path: string, schema: z.ZodType<T>) =>
    restCall("Supabase", access, { method: "GET", path }, schema);
  const ofProject =
    (input: string, list: (ref: string, path: string) => Promise<Listed[]>) =>
    async (inputs: Parameters<Inventory[string]>[0]) => {
      const ref = known(inputs, input);
      return ref === undefined ? undefined : list(ref, `/v1/projects/${encodeURIComponent(ref)}`);
    };
  return {
    "supabase:index/project:Project": async () => {
      const found = await get("/v1/projects", projects);
      return found.map(({ id, ref, name, region, organization_id, organization_slug }) => ({
        id: ref ?? id,
        properties: { name, organizationId: organization_slug ?? organization_id, region },
      }));
    },
    "supabase:index/apikey:Apikey": ofProject("projectRef", async (projectRef, path) => {
      const found = await get(`${path}/api-keys`, keys);
      return found.flatMap(({ id, name, type }) =>
        id && type === "secret" ? [{ id, properties: { projectRef, name } }] : [],
      );
    }),
    "supabase:index/edgeFunction:EdgeFunction": ofProject(
      "projectRef",
      async (projectRef, path) => {
        const found = await get(`${path}/functions`, functions);
        return found.map(({ id, slug, name }) => ({ id, properties: { projectRef, slug, name } }));
      },
    ),
    "supabase:index/edgeFunctionSecrets:EdgeFunctionSecrets": ofProject(
      "projectRef",
      async (projectRef, path) => {
        const found = await get(`${path}/secrets`, secrets);
        return found.length > 0 ? [{ id: projectRef, properties: { projectRef } }] : [];
      },
    ),
    "supabase:index/branch:Branch": ofProject(
      "parentProjectRef",
      async (parentProjectRef, path) => {
        const found = await get(`${path}/branches`, branches);
        return found.map(({ id, name, git_branch: gitBranch }) => ({
          id,
          properties: { parentProjectRef, name, gitBranch: gitBranch ?? undefined },
        }));
      },
    ),
  };
}
