import { type PropertyMap } from "../../../core/value";
import { type Api } from "../api";
import { type AdminResource, type Existing, projectRef, text } from "../model/resource";
import { removeAddon, selectAddon, selectedAddon } from "./addons";

export const pitrAddon: AdminResource = {
  type: "supabase-admin:index/pitrAddon:PitrAddon",
  description:
    "Point-in-time recovery: replaces the daily backups and is billed for each project. Needs a paid plan and at least Small compute, so make it depend on the project's size.",
  inputs: {
    projectRef,
    variant: {
      type: "string",
      description: "How many days back: `pitr_7`, `pitr_14` or `pitr_28`.",
      required: true,
      oneOf: ["pitr_7", "pitr_14", "pitr_28"],
    },
  },
  outputs: {},
  idOf: (inputs) => text(inputs, "projectRef"),
  create: select,
  update: (api, _known, news) => select(api, news),
  read: async (api, { id }) => {
    const variant = await selectedAddon(api, id, "pitr");
    return variant ? existing(id, variant) : undefined;
  },
  delete: async (api, { id }) => {
    const variant = await selectedAddon(api, id, "pitr");
    if (variant) await removeAddon(api, id, variant);
  },
};

async function select(api: Api, inputs: PropertyMap): Promise<Existing> {
  const [ref, variant] = [text(inputs, "projectRef"), text(inputs, "variant")];
  if ((await selectedAddon(api, ref, "pitr")) !== variant) {
    await selectAddon(api, ref, "pitr", variant);
  }
  return existing(ref, variant);
}

const existing = (ref: string, variant: string): Existing => ({
  id: ref,
  inputs: { projectRef: ref, variant },
  outputs: {},
});
