import { type CloudFunction, type CloudResource } from "../resource";
import { apikey } from "./apikey";
import { getApikeys, getNetworkBans, getPooler } from "./functions";
import { project } from "./project";
import { settings } from "./settings";

export const supabaseResources: readonly CloudResource[] = [project, settings, apikey];

export const supabaseFunctions: readonly CloudFunction[] = [getApikeys, getPooler, getNetworkBans];
