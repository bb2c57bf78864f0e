import { text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";
import { needsEnvironment, needsRepository } from "./site";

/** Setting a secret that is there already overwrites it, so that nothing is taken once. */
export const actionsSecret: CloudResource = {
  type: "github:index/actionsSecret:ActionsSecret",
  computed: ["createdAt", "remoteUpdatedAt", "repositoryId", "updatedAt"],
  needs: (order) => needsRepository(order, "GET actions/secrets/public-key"),
  create: ({ inputs }) => ({
    id: `${text(inputs["repository"], "")}:${text(inputs["secretName"], "")}`,
    outputs: stamps(),
  }),
};

export const actionsEnvironmentSecret: CloudResource = {
  type: "github:index/actionsEnvironmentSecret:ActionsEnvironmentSecret",
  computed: ["createdAt", "remoteUpdatedAt", "repositoryId", "updatedAt"],
  needs: (order) => {
    const environment = text(order.inputs["environment"], "");
    return needsEnvironment(order, `GET environments/${environment}/secrets/public-key`);
  },
  create: ({ inputs }) => {
    const names = ["repository", "environment", "secretName"];
    const parts = names.map((name) => text(inputs[name], ""));
    return { id: parts.join(":"), outputs: stamps() };
  },
};

function stamps() {
  const now = new Date().toISOString();
  return {
    createdAt: now,
    remoteUpdatedAt: now,
    repositoryId: ids.githubRepository(),
    updatedAt: now,
  };
}
