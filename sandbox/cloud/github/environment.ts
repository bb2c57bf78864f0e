import { type PropertyMap } from "../../../core/value";
import { text } from "../account";
import { ids } from "../ids";
import { type CloudResource, type Need, type Order } from "../resource";
import {
  environmentId,
  environmentType,
  needsEnvironment,
  needsRepository,
  notFound,
  repositoryApi,
  repositoryNumber,
} from "./site";

/** Making one that is there already changes it, so that nothing is taken once. What is in it goes with it. */
export const repositoryEnvironment: CloudResource = {
  type: environmentType,
  computed: ["repositoryId"],
  needs: (order) => needsRepository(order, `PUT ${pathOf(order)}`),
  create: (order) => ({
    id: environmentId(order.inputs["repository"], order.inputs["environment"]),
    outputs: { repositoryId: repositoryNumber(order) },
  }),
  takes: ({ type, inputs }, id) =>
    type.startsWith("github:") &&
    type !== environmentType &&
    inputs["environment"] !== undefined &&
    environmentId(inputs["repository"], inputs["environment"]) === id,
};

export const deploymentPolicy: CloudResource = {
  type: "github:index/repositoryEnvironmentDeploymentPolicy:RepositoryEnvironmentDeploymentPolicy",
  computed: ["policyId", "repositoryId"],
  needs: (order) => [
    ...needsEnvironment(order, policies(order)),
    ...(takesPatterns(order) ? [] : [noPatterns(order)]),
  ],
  create: (order) => {
    const policyId = ids.githubNumber();
    const environment = environmentId(order.inputs["repository"], order.inputs["environment"]);
    const outputs = { policyId, repositoryId: repositoryNumber(order) };
    return { id: `${environment}:${policyId}`, outputs };
  },
};

export const environmentVariable: CloudResource = {
  type: "github:index/actionsEnvironmentVariable:ActionsEnvironmentVariable",
  computed: ["createdAt", "repositoryId", "updatedAt"],
  needs: (order) => needsEnvironment(order, `POST ${pathOf(order)}/variables`),
  claims: (order) => {
    const name = text(order.inputs["variableName"], "").toUpperCase();
    const environment = environmentId(order.inputs["repository"], order.inputs["environment"]);
    const refusal = `POST ${repositoryApi(order, `${pathOf(order)}/variables`)}: 409 Already exists - Variable already exists []`;
    return [{ key: `github:variable:${environment}:${name}`, refusal }];
  },
  create: (order) => {
    const now = new Date().toISOString();
    const environment = environmentId(order.inputs["repository"], order.inputs["environment"]);
    return {
      id: `${environment}:${text(order.inputs["variableName"], "")}`,
      outputs: { createdAt: now, updatedAt: now, repositoryId: repositoryNumber(order) },
    };
  },
};

const pathOf = ({ inputs }: Order): string => `environments/${text(inputs["environment"], "")}`;
const policies = (order: Order): string => `POST ${pathOf(order)}/deployment-branch-policies`;

function takesPatterns({ inputs, cloud }: Order): boolean {
  const id = environmentId(inputs["repository"], inputs["environment"]);
  const policy = cloud.find(environmentType, id)?.inputs["deploymentBranchPolicy"];
  return (policy as PropertyMap | undefined)?.["customBranchPolicies"] === true;
}

const noPatterns = (order: Order): Need => ({
  type: environmentType,
  id: undefined,
  refusal: notFound(order, policies(order)),
});
