import { type CloudResource } from "../resource";
import { escalationPolicy, service, serviceIntegration } from "./service";

export { pagerdutyFunctions } from "./functions";

export const pagerdutyResources: readonly CloudResource[] = [
  escalationPolicy,
  service,
  serviceIntegration,
];
