import { type PropertyMap, type Value } from "../../../core/value";
import { type Api } from "../api";
import { isAbsent } from "../http/errors";
import { type AdminResource, type Existing, projectRef, text } from "../model/resource";

interface Policy extends Readonly<Record<string, Value>> {
  name: string;
  create: string;
  drop: string;
}

const listing =
  "select policyname as name from pg_policies where schemaname = 'storage' and tablename = 'objects'";

export const bucketPolicies: AdminResource = {
  type: "supabase-admin:index/bucketPolicies:BucketPolicies",
  description:
    "Row policies on `storage.objects` for one bucket, all in one transaction. Nothing else may manage policies of these names.",
  inputs: {
    projectRef,
    bucket: {
      type: "string",
      description: "Name of the bucket that the policies speak of. A change replaces.",
      required: true,
      replaces: true,
    },
    policies: {
      type: "policies",
      description:
        "Each `{ name, create, drop }`: the policy's name as Postgres has it, the statement that makes it, and the one that removes it if it is there (`drop policy if exists …`).",
      required: true,
    },
  },
  outputs: {},
  deleteBeforeReplace: true,
  idOf: (inputs) => `${text(inputs, "projectRef")}/${text(inputs, "bucket")}`,
  create: (api, inputs) => apply(api, [], inputs),
  update: (api, { inputs }, news) => apply(api, policiesOf(inputs), news),
  read: async (api, { id, inputs }) => {
    const names = await namesIn(api, refOf(id));
    if (!names) return undefined;
    const policies = policiesOf(inputs).filter(({ name }) => names.has(name));
    return policies.length > 0 ? existing({ ...inputs, policies }) : undefined;
  },
  delete: async (api, { id, inputs }) => {
    if (!(await namesIn(api, refOf(id)))) return;
    await run(
      api,
      refOf(id),
      policiesOf(inputs).map(({ drop }) => drop),
    );
  },
};

/** Drops before it creates, so that doing it twice is doing it once. */
async function apply(api: Api, olds: readonly Policy[], inputs: PropertyMap): Promise<Existing> {
  const news = policiesOf(inputs);
  const drops = new Set([...olds, ...news].map(({ drop }) => drop));
  await run(api, text(inputs, "projectRef"), [...drops, ...news.map(({ create }) => create)]);
  return existing(inputs);
}

async function run(api: Api, ref: string, statements: readonly string[]): Promise<void> {
  const lines = ["begin", ...statements, "commit"].map((it) => `${it.trim().replace(/;+$/, "")};`);
  await api.sql(ref, lines.join("\n"));
}

/** Undefined when the project itself is gone. */
async function namesIn(api: Api, ref: string): Promise<Set<string> | undefined> {
  try {
    const rows = await api.sql<{ name: string }>(ref, listing);
    return new Set(rows.map(({ name }) => name));
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function existing(inputs: PropertyMap): Existing {
  const id = `${text(inputs, "projectRef")}/${text(inputs, "bucket")}`;
  return { id, inputs, outputs: {} };
}

const policiesOf = (inputs: PropertyMap) => (inputs["policies"] ?? []) as unknown as Policy[];

const refOf = (id: string) => id.slice(0, id.indexOf("/"));
