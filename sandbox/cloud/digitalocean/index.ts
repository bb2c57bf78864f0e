import { type CloudResource } from "../resource";
import { app } from "./app";

export const digitaloceanResources: readonly CloudResource[] = [app];
