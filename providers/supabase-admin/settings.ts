import { type PropertyMap } from "../../core/value";
import { Refusal } from "./http/errors";

/** Where the plugin calls, and as whom. */
export interface Settings {
  /** Personal access token. Without one, the first call fails with what to do. */
  accessToken: string | undefined;
  /** Base URL of the Management API. */
  endpoint: string;
  /** Base URL of a project's Storage API, with `{ref}` where the project's reference goes. */
  storageEndpoint: string;
  timeoutMs: number;
}

/** Names of the provider's config, `supabase-admin:<name>`. */
export const configNames = [
  "accessToken",
  "endpoint",
  "storageEndpoint",
  "timeoutSeconds",
] as const;

const defaults = {
  endpoint: "https://api.supabase.com",
  storageEndpoint: "https://{ref}.supabase.co/storage/v1",
  timeoutSeconds: 30,
};

/** Names a server on this machine that stands in for Supabase; only a run on the sandbox sets it. */
const localVariable = "GROUNDWORK_SUPABASE_ENDPOINT";

/**
 * Settings from the provider's config, then the environment, then defaults. A local stand-in wins over all of them and
 * never sees the real token. Throws `Refusal` on a URL that would send the token in clear over a network.
 */
export function settingsOf(config: PropertyMap, env: NodeJS.ProcessEnv): Settings {
  const local = env[localVariable];
  if (local) return localSettings(local);
  return {
    accessToken: text(config["accessToken"]) ?? env["SUPABASE_ACCESS_TOKEN"],
    endpoint: url("endpoint", text(config["endpoint"]) ?? defaults.endpoint),
    storageEndpoint: storageUrl(text(config["storageEndpoint"]) ?? defaults.storageEndpoint),
    timeoutMs: seconds(config["timeoutSeconds"]) * 1000,
  };
}

function localSettings(local: string): Settings {
  if (!isLoopback(local)) {
    throw new Refusal(`${localVariable} is not a server on 127.0.0.1; unset it to reach Supabase`);
  }
  return {
    accessToken: "sandbox",
    endpoint: local,
    storageEndpoint: `${local}/{ref}/storage/v1`,
    timeoutMs: defaults.timeoutSeconds * 1000,
  };
}

function storageUrl(value: string): string {
  if (!value.includes("{ref}")) {
    throw new Refusal("supabase-admin:storageEndpoint: expected {ref} where the project goes");
  }
  return url("storageEndpoint", value);
}

function url(name: string, value: string): string {
  const trimmed = value.replace(/\/+$/, "");
  if (trimmed.startsWith("https://") || isLoopback(trimmed)) return trimmed;
  throw new Refusal(`supabase-admin:${name}: expected an https:// URL, or http:// on 127.0.0.1`);
}

function isLoopback(value: string): boolean {
  return /^http:\/\/127\.0\.0\.1(:\d+)?(\/|$)/.test(value);
}

function seconds(value: unknown): number {
  const given = value === undefined ? defaults.timeoutSeconds : Number(value);
  if (given >= 1 && given <= 600) return given;
  throw new Refusal("supabase-admin:timeoutSeconds: expected 1 to 600");
}

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
