import { type CloudResource } from "../resource";
import { issueAlert } from "./alert";
import { key } from "./key";
import { project } from "./project";
import { team } from "./team";

export { sentryFunctions } from "./functions";

export const sentryResources: readonly CloudResource[] = [team, project, key, issueAlert];
