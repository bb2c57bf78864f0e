import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config("supabase");

/** Personal access token (`sbp_…`); the provider falls back to `SUPABASE_ACCESS_TOKEN`. */
export declare const accessToken: string | undefined;
/** Management API; the provider falls back to `SUPABASE_API_ENDPOINT`, then `https://api.supabase.com`. */
export declare const endpoint: string | undefined;

// Getters, since configuration may be set after this module was loaded.
for (const name of ["accessToken", "endpoint"]) {
  Object.defineProperty(module.exports, name, { enumerable: true, get: () => config.get(name) });
}
