import { text } from "../account";
import { type CloudResource, type Need, type Order } from "../resource";
import { needsRepository, repositoryApi, repositoryNumber } from "./site";

const alertsType = "github:index/repositoryVulnerabilityAlerts:RepositoryVulnerabilityAlerts";

/** A setting of a repository is there as soon as the repository is, is called by its name, and made by changing it. */
function setting(type: string, call: string, more: Partial<CloudResource> = {}): CloudResource {
  return {
    type,
    needs: (order) => needsRepository(order, call),
    create: ({ inputs }) => ({ id: text(inputs["repository"], "") }),
    ...more,
  };
}

export const repositorySettings: readonly CloudResource[] = [
  setting(
    "github:index/actionsRepositoryPermissions:ActionsRepositoryPermissions",
    "PUT actions/permissions",
    { defaults: { shaPinningRequired: false } },
  ),
  setting(
    "github:index/workflowRepositoryPermissions:WorkflowRepositoryPermissions",
    "PUT actions/permissions/workflow",
  ),
  setting(alertsType, "PUT vulnerability-alerts", {
    computed: ["repositoryId"],
    create: (order) => ({
      id: text(order.inputs["repository"], ""),
      outputs: { repositoryId: repositoryNumber(order) },
    }),
  }),
  setting(
    "github:index/repositoryDependabotSecurityUpdates:RepositoryDependabotSecurityUpdates",
    "PUT automated-security-fixes",
    {
      needs: (order) => [
        ...needsRepository(order, "PUT automated-security-fixes"),
        ...(order.inputs["enabled"] === true && !hasAlerts(order) ? [noAlerts(order)] : []),
      ],
    },
  ),
];

function hasAlerts({ cloud, inputs }: Order): boolean {
  const alerts = cloud.find(alertsType, text(inputs["repository"], ""));
  return alerts !== undefined && alerts.inputs["enabled"] !== false;
}

/** Pull requests that mend what nobody looks for. */
const noAlerts = (order: Order): Need => ({
  type: alertsType,
  id: undefined,
  refusal: `PUT ${repositoryApi(order, "automated-security-fixes")}: 422 Vulnerability alerts must be enabled to enable automated security fixes. []`,
});
