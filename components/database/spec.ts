import type * as pulumi from "@pulumi/pulumi";
import { type DatabaseSettings, defaults, type EdgeFunctionArgs } from "./args";
import { type AdminSpec, adminSpec } from "./admin-spec";
import { authSettings } from "./auth";
import { secretSettingsText, settingsText } from "./settings-text";

/** A database with every default filled in, ready to be declared. */
export interface DatabaseSpec {
  passwordLength: number;
  project: Pick<DatabaseSettings, "name" | "organizationId" | "region" | "instanceSize">;
  settings: SettingsSpec;
  /** Sorted by slug. */
  functions: ({ slug: string } & Omit<EdgeFunctionArgs, "verifyJwt">)[];
  /** What Supabase's Terraform provider cannot manage. */
  admin: AdminSpec;
  /** Sorted by name. */
  functionSecrets: { name: string; value: pulumi.Input<string> }[];
  apiKeys: { name: string; description?: string | undefined }[];
  timeouts: { create: string; update: string };
  protect: boolean | undefined;
  retainOnDelete: boolean;
}

interface SettingsSpec {
  sslEnforcement: boolean;
  database?: string;
  api?: string;
  storage?: string;
  network?: string;
  auth?: pulumi.Input<string>;
}

/** Fills in the defaults. Check the args with `databaseProblems` first. Requirement: DB-03, DB-05, HDR-09, HDR-17 */
export function databaseSpec(args: DatabaseSettings): DatabaseSpec {
  const { name, organizationId, region, instanceSize } = args;
  return {
    passwordLength: args.passwordLength ?? defaults.passwordLength,
    project: { name, organizationId, region, instanceSize },
    settings: settingsSpec(args),
    functions: byName(args.functions).map(([slug, { verifyJwt: _, ...it }]) => ({ slug, ...it })),
    admin: adminSpec(args),
    functionSecrets: functionSecrets(args),
    apiKeys: byName(args.apiKeys).map(([key, it]) => ({ name: key, ...it })),
    timeouts: {
      create: args.timeouts?.create ?? defaults.timeouts.create,
      update: args.timeouts?.update ?? defaults.timeouts.update,
    },
    protect: args.protect,
    retainOnDelete: args.retainOnDelete ?? false,
  };
}

const confidentialArgs = ["secrets", "functionSecretValues"];

/** The args as policies, state and auditors may see them: without the value of any secret. */
export function visibleArgs(args: DatabaseSettings): pulumi.Inputs {
  const visible = Object.entries(args).filter(([name]) => !confidentialArgs.includes(name));
  return Object.fromEntries(visible);
}

function functionSecrets(args: DatabaseSettings): DatabaseSpec["functionSecrets"] {
  const named = Object.entries(args.functionSecrets ?? {}).map(
    ([name, { secret }]) => [name, args.secrets![secret]!] as const,
  );
  const all = { ...args.functionSecretValues, ...Object.fromEntries(named) };
  return byName(all).map(([name, value]) => ({ name, value }));
}

/** Blocks that say nothing are left out: they are then not managed. */
function settingsSpec(args: DatabaseSettings): SettingsSpec {
  const { database, api, storage, network } = args;
  const blocks = {
    database: settingsText(database),
    api: settingsText(apiSettings(api)),
    storage: settingsText(storage),
    network: network && settingsText({ restrictions: ipv4First(network.restrictions) }),
    auth: secretSettingsText(authSettings(args), args.secrets ?? {}),
  };
  const said = Object.entries(blocks).filter(([, text]) => text !== undefined);
  return {
    sslEnforcement: args.sslEnforcement ?? defaults.sslEnforcement,
    ...Object.fromEntries(said),
  };
}

/** A key that says nothing keeps its default. */
function apiSettings(given: DatabaseSettings["api"] = {}): DatabaseSettings["api"] {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...defaults.api, ...Object.fromEntries(said) };
}

function byName<T>(entries: Record<string, T> = {}): [string, T][] {
  return Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Supabase gives the ranges back in this order; any other would be a difference at every refresh. */
function ipv4First(ranges: readonly string[]): string[] {
  const isV6 = (range: string) => range.includes(":");
  return [...ranges.filter((it) => !isV6(it)), ...ranges.filter(isV6)];
}
