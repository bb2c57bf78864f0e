import { type PropertyMap, type Value } from "../../../core/value";
import { type Api } from "../api";
import { isAbsent } from "../http/errors";
import { type AdminResource, type Existing, projectRef, text } from "../model/resource";
import { ignoringAbsent, removeAddon, selectAddon, selectedAddon } from "./addons";

const addon = { type: "custom_domain", variant: "cd_default" };
const path = "/custom-hostname";
const active = "5_services_reconfigured";

interface Hostname {
  status: string;
  custom_hostname: string;
  data?: {
    result?: {
      ownership_verification?: Readonly<Record<string, Value>>;
      ssl?: { validation_records?: readonly Readonly<Record<string, Value>>[] };
    };
  };
}

export const customHostname: AdminResource = {
  type: "supabase-admin:index/customHostname:CustomHostname",
  description:
    "A hostname of one's own for the project's API, with the billed add-on that it needs. First without `activate`, then DNS records from the outputs, then with it.",
  inputs: {
    projectRef,
    hostname: {
      type: "string",
      description: "Such as `api.example.com`. A change replaces.",
      required: true,
      replaces: true,
      pattern: /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    },
    activate: {
      type: "boolean",
      description:
        "Verifies the DNS records and moves the project to the hostname. Never goes back.",
      default: false,
    },
  },
  outputs: {
    status: { type: "string", description: "`1_not_started` to `5_services_reconfigured`." },
    verification: {
      type: "object",
      description: "DNS record that proves whose the hostname is: `{ type, name, value }`.",
    },
  },
  deleteBeforeReplace: true,
  idOf: (inputs) => text(inputs, "projectRef"),
  create: settle,
  update: (api, _known, news) => settle(api, news),
  read: (api, { id }) => find(api, id),
  delete: async (api, { id }) => {
    await ignoringAbsent(api.project(id, path, { method: "DELETE" }));
    if ((await selectedAddon(api, id, addon.type)) !== undefined) {
      await removeAddon(api, id, addon.variant);
    }
  },
};

/** Every step only where it is not done yet, so that a run that was cut off goes on where it ended. */
async function settle(api: Api, inputs: PropertyMap): Promise<Existing> {
  const [ref, hostname] = [text(inputs, "projectRef"), text(inputs, "hostname")];
  if ((await selectedAddon(api, ref, addon.type)) === undefined) {
    await selectAddon(api, ref, addon.type, addon.variant);
  }
  const before = await find(api, ref);
  if (before?.inputs["hostname"] !== hostname) {
    await step(api, ref, "initialize", { custom_hostname: hostname });
  }
  if (inputs["activate"] === true && before?.inputs["activate"] !== true) {
    await step(api, ref, "reverify");
    await step(api, ref, "activate");
  }
  const after = await find(api, ref);
  if (!after) throw new Error(`the custom hostname of project ${ref} is gone`);
  return after;
}

/** Each can be asked for twice: it leads to the same hostname. */
async function step(api: Api, ref: string, name: string, body: object = {}): Promise<void> {
  await api.project(ref, `${path}/${name}`, { method: "POST", body, repeatable: true });
}

async function find(api: Api, ref: string): Promise<Existing | undefined> {
  try {
    const found = await api.get<Hostname>(ref, path);
    if (found.status === "1_not_started") return undefined;
    return {
      id: ref,
      inputs: {
        projectRef: ref,
        hostname: found.custom_hostname,
        activate: found.status === active,
      },
      outputs: {
        status: found.status,
        verification: found.data?.result?.ownership_verification ?? {},
      },
    };
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
