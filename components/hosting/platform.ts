import type * as pulumi from "@pulumi/pulumi";
import { hostOf, hosts, type HostVendor } from "../../hosts";
import { planProblems } from "../../catalogue/vercel-limits";
import {
  logSources,
  signingSecretLength,
  visitorPasswordLength,
} from "../../catalogue/vercel-platform";
import { flagProblems, rollingReleaseProblems } from "../../catalogue/vercel-releases";
import type { Problem } from "../../core/errors";
import { firewallProblems, firewallSpec } from "./firewall";
import { flagSpecs } from "./flags";
import { type NamedSecret, namedSecret, namedSecretProblems } from "./named-secrets";
import type { LogDrainArgs, PlatformArgs } from "./platform-args";

type Secrets = Record<string, pulumi.Input<string>>;

interface Subject extends PlatformArgs {
  vendor?: HostVendor | undefined;
  secrets?: Secrets | undefined;
}

export type PlatformSpec = ReturnType<typeof platformSpec>;

// Requirement: REL-04, REL-05, DR-11
/** What a project has beside its build, hosts, variables and headers. Check the args with `platformProblems` first. */
export function platformSpec(args: Subject) {
  const { deploymentRetention, rollingRelease, webhook, crons, secrets = {} } = args;
  return {
    customEnvironments: Object.entries(args.customEnvironments ?? {}).map(
      ([name, { description, branchTracking }]) => ({
        name,
        ...(description !== undefined && { description }),
        ...(branchTracking && { branchTracking: { ...branchTracking } }),
      }),
    ),
    deploymentRetention: deploymentRetention && { ...deploymentRetention },
    rollingRelease: rollingRelease && structuredClone(rollingRelease),
    firewall: firewallSpec(args.firewall),
    logDrain: args.logDrain && logDrainSpec(args.logDrain, secrets),
    webhook: webhook && { endpoint: webhook.endpoint, events: [...webhook.events] },
    crons: crons && { enabled: crons.enabled },
    featureFlags: flagSpecs(args.featureFlags),
  };
}

/** Inputs of the Vercel project that carry the same names and shapes as the args. */
const ofTheProject = [
  "autoAssignCustomDomains",
  "skewProtection",
  "previewDeploymentsDisabled",
  "previewDeploymentSuffix",
  "prioritiseProductionBuilds",
  "enablePreviewFeedback",
  "enableProductionFeedback",
  "vercelAuthentication",
  "trustedIps",
  "optionsAllowlist",
  "oidcTokenConfig",
] as const;

/** What the Vercel project itself is told. Left out is left out: Vercel then has its own default. */
export function projectSettings(args: Subject) {
  const { gitProviderOptions, passwordProtection: password, secrets = {} } = args;
  return {
    ...pick(args, ofTheProject),
    ...(gitProviderOptions && {
      gitProviderOptions: { requireVerifiedCommits: false, ...gitProviderOptions },
    }),
    ...(password && {
      passwordProtection: {
        deploymentType: password.deploymentType,
        password: namedSecret(passwordOf(password), secrets),
      },
    }),
  };
}

/** Everything that is wrong with the args; paths count from them. */
export function platformProblems(args: Subject): Problem[] {
  const { secrets = {} } = args;
  return [
    // Another host has other plans.
    ...(hostOf(args.vendor) === hosts.vercel ? planProblems(args) : []),
    ...rollingReleaseProblems(args.rollingRelease, args.skewProtection),
    ...firewallProblems(args.firewall),
    ...flagProblems(args.featureFlags),
    ...endpointProblems(args),
    ...secretsOf(args).flatMap((secret) => namedSecretProblems(secret, secrets)),
  ];
}

/** The args as others may see them. Secrets stand here by name alone. */
export function visiblePlatform(args: PlatformArgs): Record<string, unknown> {
  return pick(args, [
    ...ofTheProject,
    ...(["plan", "passwordProtection", "gitProviderOptions", "firewall"] as const),
    ...(["customEnvironments", "deploymentRetention", "rollingRelease"] as const),
    ...(["logDrain", "webhook", "crons", "featureFlags"] as const),
  ]);
}

// Requirement: LOG-03, LOG-08
function logDrainSpec(drain: LogDrainArgs, secrets: Secrets) {
  const { endpoint, samplingRate, secret } = drain;
  return {
    endpoint,
    environments: [...(drain.environments ?? ["production"])],
    sources: [...(drain.sources ?? logSources)],
    deliveryFormat: drain.deliveryFormat ?? "json",
    ...(samplingRate !== undefined && { samplingRate }),
    ...(secret !== undefined && { secret: namedSecret(drainSecretOf(secret), secrets) }),
  };
}

function endpointProblems({ logDrain, webhook }: PlatformArgs): Problem[] {
  return Object.entries({ logDrain, webhook }).flatMap(([key, given]): Problem[] => {
    if (!given || given.endpoint.startsWith("https://")) return [];
    const where = { path: `${key}.endpoint` };
    return [
      { where, found: given.endpoint, allowed: "an https address", fix: "serve it over TLS" },
    ];
  });
}

function secretsOf({ logDrain, passwordProtection }: PlatformArgs): NamedSecret[] {
  return [
    ...(logDrain?.secret === undefined ? [] : [drainSecretOf(logDrain.secret)]),
    ...(passwordProtection ? [passwordOf(passwordProtection)] : []),
  ];
}

function drainSecretOf(name: string): NamedSecret {
  return { path: "logDrain.secret", name, length: { min: signingSecretLength } };
}

function passwordOf({ secret: name }: { secret: string }): NamedSecret {
  return { path: "passwordProtection.secret", name, length: visitorPasswordLength };
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  const given = keys.filter((key) => from[key] !== undefined);
  return structuredClone(Object.fromEntries(given.map((key) => [key, from[key]]))) as Pick<T, K>;
}
