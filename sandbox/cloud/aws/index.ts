import { type CloudFunction, type CloudResource } from "../resource";
import { budget } from "./budget";
import { getCallerIdentity, getPartition, getRegion } from "./functions";
import { healthCheck } from "./health-check";
import { openIdConnectProvider } from "./open-id-connect-provider";

export const awsResources: readonly CloudResource[] = [healthCheck, budget, openIdConnectProvider];

export const awsFunctions: readonly CloudFunction[] = [getCallerIdentity, getRegion, getPartition];
