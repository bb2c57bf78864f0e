import { type Api } from "../api";
import { isAbsent } from "../http/errors";
import { type AdminResource, type Existing, projectRef, text } from "../model/resource";
import { once } from "../once";
import { ignoringAbsent } from "./addons";
import { type PoolerRow } from "./pooler";

/** A replica shows among the databases some time after it was asked for; up to 15 minutes. */
const patience = { looks: 90, waitMs: 10_000 };

const regions = [
  ...["us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "sa-east-1"],
  ...["eu-west-1", "eu-west-2", "eu-west-3", "eu-north-1", "eu-central-1", "eu-central-2"],
  ...["ap-east-1", "ap-south-1", "ap-southeast-1", "ap-southeast-2"],
  ...["ap-northeast-1", "ap-northeast-2"],
];

export const readReplica: AdminResource = {
  type: "supabase-admin:index/readReplica:ReadReplica",
  description:
    "A read replica of the project's database, one for each region: one that is there already is adopted. Needs point-in-time recovery, a paid plan and at least Small compute.",
  inputs: {
    projectRef,
    region: {
      type: "string",
      description: "Where the replica runs. A change replaces.",
      required: true,
      replaces: true,
      oneOf: regions,
    },
  },
  outputs: {
    identifier: { type: "string", description: "The API's name of the replica." },
    connectionString: {
      type: "string",
      description: "URL of its pooler, with `[YOUR-PASSWORD]` where the password goes.",
    },
  },
  idOf: (inputs) => `${text(inputs, "projectRef")}/${text(inputs, "region")}`,
  create: (api, inputs) => {
    const [ref, region] = [text(inputs, "projectRef"), text(inputs, "region")];
    const body = { read_replica_region: region };
    return once(
      api,
      {
        find: () => find(api, ref, region),
        make: () => api.project(ref, "/read-replicas/setup", { method: "POST", body }),
      },
      patience,
    );
  },
  read: (api, { id }) => find(api, ...parts(id)),
  update: async (api, { id }) => {
    const found = await find(api, ...parts(id));
    if (!found) throw new Error(`the read replica ${id} is gone`);
    return found;
  },
  delete: async (api, { id }) => {
    const [ref, region] = parts(id);
    const found = await find(api, ref, region);
    if (!found) return;
    const body = { database_identifier: found.outputs["identifier"] };
    const request = { method: "POST", body, repeatable: true } as const;
    await ignoringAbsent(api.project(ref, "/read-replicas/remove", request));
  },
};

/** The API gives a replica no region but in its identifier: `<ref>-rr-<region>-<suffix>`. */
async function find(api: Api, ref: string, region: string): Promise<Existing | undefined> {
  const rows = await rowsOf(api, ref);
  const row = rows.find(
    ({ database_type: type, identifier }) =>
      type === "READ_REPLICA" && identifier.startsWith(`${ref}-rr-${region}-`),
  );
  return (
    row && {
      id: `${ref}/${region}`,
      inputs: { projectRef: ref, region },
      outputs: {
        identifier: row.identifier,
        connectionString: row["connection_string"] ?? "",
      },
    }
  );
}

async function rowsOf(api: Api, ref: string): Promise<PoolerRow[]> {
  try {
    return await api.get<PoolerRow[]>(ref, "/config/database/pooler");
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

function parts(id: string): [ref: string, region: string] {
  const [ref = "", region = ""] = id.split("/");
  return [ref, region];
}
