import { text, vercelTeam } from "../account";
import { ids } from "../ids";
import { type CloudResource, type Need, type Order } from "../resource";
import { teamOutput } from "./project";

const type = "vercel:index/edgeConfig:EdgeConfig";

export const edgeConfig: CloudResource = {
  type,
  autonamed: true,
  derive: teamOutput,
  claims: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    const refusal = `Error creating Edge Config: Could not create Edge Config, unexpected error: edge_config_slug_already_exists - An Edge Config with the slug "${name}" already exists.`;
    return [{ key: `vercel:edge-config:${vercelTeam(inputs, account)}:${name}`, refusal }];
  },
  create: () => ({ id: ids.vercelEdgeConfig() }),
};

export const edgeConfigItem: CloudResource = {
  type: "vercel:index/edgeConfigItem:EdgeConfigItem",
  derive: teamOutput,
  needs: needsStore("Edge Config Item"),
  claims: ({ inputs }) => {
    const [store, key] = [text(inputs["edgeConfigId"], ""), text(inputs["key"], "")];
    const refusal = `Error creating Edge Config Item: Could not create Edge Config Item, unexpected error: bad_request - The key "${key}" already exists.`;
    return [{ key: `vercel:edge-config-item:${store}:${key}`, refusal }];
  },
  create: ({ inputs }) => ({
    id: `${text(inputs["edgeConfigId"], "")}/${text(inputs["key"], "")}`,
  }),
};

export const edgeConfigToken: CloudResource = {
  type: "vercel:index/edgeConfigToken:EdgeConfigToken",
  computed: ["token", "connectionString"],
  derive: teamOutput,
  needs: needsStore("Edge Config Token"),
  create: ({ inputs }) => {
    const store = text(inputs["edgeConfigId"], "");
    const token = ids.uuid();
    const connectionString = `https://edge-config.vercel.com/${store}?token=${token}`;
    return { id: ids.uuid(), outputs: { token, connectionString } };
  },
};

function needsStore(what: string): (order: Order) => readonly Need[] {
  return ({ inputs }) => [
    {
      type,
      id: inputs["edgeConfigId"],
      refusal: `Error creating ${what}: Could not create ${what}, unexpected error: not_found - The Edge Config was not found.`,
    },
  ];
}
