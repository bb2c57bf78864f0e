import * as pulumi from "@pulumi/pulumi";
import * as config from "./config";
import * as types from "./types";
import * as utilities from "./utilities";

export { config, types };

export type { ApikeyArgs, ApikeyState } from "./apikey";
export type Apikey = import("./apikey").Apikey;
export declare const Apikey: typeof import("./apikey").Apikey;

export type { BranchArgs, BranchState } from "./branch";
export type Branch = import("./branch").Branch;
export declare const Branch: typeof import("./branch").Branch;

export type { EdgeFunctionArgs, EdgeFunctionState } from "./edgeFunction";
export type EdgeFunction = import("./edgeFunction").EdgeFunction;
export declare const EdgeFunction: typeof import("./edgeFunction").EdgeFunction;

export type { EdgeFunctionSecretsArgs, EdgeFunctionSecretsState } from "./edgeFunctionSecrets";
export type EdgeFunctionSecrets = import("./edgeFunctionSecrets").EdgeFunctionSecrets;
export declare const EdgeFunctionSecrets: typeof import("./edgeFunctionSecrets").EdgeFunctionSecrets;

export type { GetApikeysArgs, GetApikeysOutputArgs, GetApikeysResult } from "./getApikeys";
export declare const getApikeys: typeof import("./getApikeys").getApikeys;
export declare const getApikeysOutput: typeof import("./getApikeys").getApikeysOutput;

export type { GetBranchArgs, GetBranchOutputArgs, GetBranchResult } from "./getBranch";
export declare const getBranch: typeof import("./getBranch").getBranch;
export declare const getBranchOutput: typeof import("./getBranch").getBranchOutput;

export type {
  GetNetworkBansArgs,
  GetNetworkBansOutputArgs,
  GetNetworkBansResult,
} from "./getNetworkBans";
export declare const getNetworkBans: typeof import("./getNetworkBans").getNetworkBans;
export declare const getNetworkBansOutput: typeof import("./getNetworkBans").getNetworkBansOutput;

export type { GetPoolerArgs, GetPoolerOutputArgs, GetPoolerResult } from "./getPooler";
export declare const getPooler: typeof import("./getPooler").getPooler;
export declare const getPoolerOutput: typeof import("./getPooler").getPoolerOutput;

export type { ProjectArgs, ProjectState } from "./project";
export type Project = import("./project").Project;
export declare const Project: typeof import("./project").Project;

export type { ProviderArgs } from "./provider";
export type Provider = import("./provider").Provider;
export declare const Provider: typeof import("./provider").Provider;

export type { SettingsArgs, SettingsState } from "./settings";
export type Settings = import("./settings").Settings;
export declare const Settings: typeof import("./settings").Settings;

export type { ThirdPartyAuthArgs, ThirdPartyAuthState } from "./thirdPartyAuth";
export type ThirdPartyAuth = import("./thirdPartyAuth").ThirdPartyAuth;
export declare const ThirdPartyAuth: typeof import("./thirdPartyAuth").ThirdPartyAuth;

// Node reads the names that a CommonJS module exports from its text, for `import` in an ES module. Not
// `exports`: a compiler may have put another object in its place.
module.exports.Apikey = undefined;
module.exports.Branch = undefined;
module.exports.EdgeFunction = undefined;
module.exports.EdgeFunctionSecrets = undefined;
module.exports.Project = undefined;
module.exports.Provider = undefined;
module.exports.Settings = undefined;
module.exports.ThirdPartyAuth = undefined;
module.exports.getApikeys = undefined;
module.exports.getApikeysOutput = undefined;
module.exports.getBranch = undefined;
module.exports.getBranchOutput = undefined;
module.exports.getNetworkBans = undefined;
module.exports.getNetworkBansOutput = undefined;
module.exports.getPooler = undefined;
module.exports.getPoolerOutput = undefined;

const lazy = utilities.lazyLoad.bind(undefined, module.exports);
lazy(["Apikey"], () => require("./apikey"));
lazy(["Branch"], () => require("./branch"));
lazy(["EdgeFunction"], () => require("./edgeFunction"));
lazy(["EdgeFunctionSecrets"], () => require("./edgeFunctionSecrets"));
lazy(["Project"], () => require("./project"));
lazy(["Provider"], () => require("./provider"));
lazy(["Settings"], () => require("./settings"));
lazy(["ThirdPartyAuth"], () => require("./thirdPartyAuth"));
lazy(["getApikeys", "getApikeysOutput"], () => require("./getApikeys"));
lazy(["getBranch", "getBranchOutput"], () => require("./getBranch"));
lazy(["getNetworkBans", "getNetworkBansOutput"], () => require("./getNetworkBans"));
lazy(["getPooler", "getPoolerOutput"], () => require("./getPooler"));

/** How the engine hands a resource of this package back to a program, as a resource reference. */
const classes: Record<
  string,
  () => new (name: string, args: any, opts: object) => pulumi.Resource
> = {
  apikey: () => module.exports.Apikey,
  branch: () => module.exports.Branch,
  edgeFunction: () => module.exports.EdgeFunction,
  edgeFunctionSecrets: () => module.exports.EdgeFunctionSecrets,
  project: () => module.exports.Project,
  settings: () => module.exports.Settings,
  thirdPartyAuth: () => module.exports.ThirdPartyAuth,
};

for (const [file, load] of Object.entries(classes)) {
  pulumi.runtime.registerResourceModule("supabase", `index/${file}`, {
    version: utilities.getVersion(),
    construct(name: string, type: string, urn: string): pulumi.Resource {
      const Class = load() as ReturnType<typeof load> & { __pulumiType: string };
      if (Class.__pulumiType !== type) throw new Error(`unknown resource type ${type}`);
      return new Class(name, undefined, { urn });
    },
  });
}

pulumi.runtime.registerResourcePackage("supabase", {
  version: utilities.getVersion(),
  constructProvider(name: string, type: string, urn: string): pulumi.ProviderResource {
    if (type !== "pulumi:providers:supabase") throw new Error(`unknown provider type ${type}`);
    const { Provider: ProviderClass } = require("./provider") as typeof import("./provider");
    return new ProviderClass(name, undefined, { urn });
  },
});
