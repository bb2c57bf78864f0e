import { type Order, type CloudResource, type Need } from "../resource";
import { githubOwner, text } from "../account";
import { ids } from "../ids";

/** Setting a secret that is there already overwrites it, so that nothing is taken once. */
export const actionsSecret: CloudResource = {
  type: "github:index/actionsSecret:ActionsSecret",
  computed: ["createdAt", "remoteUpdatedAt", "repositoryId", "updatedAt"],
  needs: (order) => needsRepository(order, "actions/secrets"),
  create: ({ inputs }) => ({
    id: `${text(inputs["repository"], "")}:${text(inputs["secretName"], "")}`,
    outputs: stamps(),
  }),
};

export const actionsEnvironmentSecret: CloudResource = {
  type: "github:index/actionsEnvironmentSecret:ActionsEnvironmentSecret",
  computed: ["createdAt", "remoteUpdatedAt", "repositoryId", "updatedAt"],
  needs: (order) =>
    needsRepository(order, `environments/${text(order.inputs["environment"], "")}/secrets`),
  create: ({ inputs }) => {
    const names = ["repository", "environment", "secretName"];
    const parts = names.map((name) => text(inputs[name], ""));
    return { id: parts.join(":"), outputs: stamps() };
  },
};

function needsRepository({ inputs, account }: Order, path: string): Need[] {
  const repository = text(inputs["repository"], "");
  const api = `https://api.github.com/repos/${githubOwner(account)}/${repository}/${path}`;
  const refusal = `GET ${api}/public-key: 404 Not Found []`;
  return [{ type: "github:index/repository:Repository", id: inputs["repository"], refusal }];
}

function stamps() {
  const now = new Date().toISOString();
  return {
    createdAt: now,
    remoteUpdatedAt: now,
    repositoryId: ids.githubRepository(),
    updatedAt: now,
  };
}
