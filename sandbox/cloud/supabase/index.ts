import { type CloudFunction, type CloudResource } from "../resource";
import { apikey } from "./apikey";
import { branch } from "./branch";
import { edgeFunction } from "./edge-function";
import { edgeFunctionSecrets } from "./edge-function-secrets";
import { getApikeys, getNetworkBans, getPooler } from "./functions";
import { project } from "./project";
import { settings } from "./settings";
import { thirdPartyAuth } from "./third-party-auth";

export const supabaseResources: readonly CloudResource[] = [
  project,
  settings,
  apikey,
  branch,
  edgeFunction,
  edgeFunctionSecrets,
  thirdPartyAuth,
];

export const supabaseFunctions: readonly CloudFunction[] = [getApikeys, getPooler, getNetworkBans];
