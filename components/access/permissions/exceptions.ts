/** Why an action is allowed on every resource. What is not in this table is never granted on `*`. */
export { provisioningActions as everyResource } from "../../../catalogue/iam";
