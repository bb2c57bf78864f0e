import * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import type { DatabaseSettings } from "./args";
import { declarePassword, type PasswordTransform } from "./random";
import { databaseProblems } from "./problems";
import { databaseSpec, visibleArgs } from "./spec";
import { declareOnSupabase, type SupabaseTransforms } from "./supabase";
import { type AdminTransforms, type CustomHostnameState, declareWithAdmin } from "./supabase-admin";

export * from "./args";

/** The last word on each child. */
export interface DatabaseTransforms extends SupabaseTransforms, AdminTransforms {
  /** The generated password. */
  password?: PasswordTransform | undefined;
}

export interface DatabaseArgs extends DatabaseSettings {
  /** The last word on each child, for inputs and options of the provider that have no arg here. */
  transform?: DatabaseTransforms | undefined;
}

/**
 * A Supabase project: Postgres with TLS enforced and a generated password, sign-in with secure settings, edge functions
 * that check their callers, API keys, the connection pooler, recovery to a point in time and read replicas.
 *
 * The password is made here and stands in the encrypted state only. Region and organization cannot be changed once
 * the project exists. Pooler, recovery, replicas, backup hour, hostname, Realtime and the check of callers are declared
 * through our own provider `supabase-admin`, since Supabase's does not manage them. What the plan or the compute size
 * does not carry is refused before anything is asked of Supabase.
 *
 * @example
 * new Database("db", { name: "velocity-dev", organizationId: "velocity", region: "ca-central-1" });
 *
 * @example
 * const database = new Database("db", {
 *   name: "velocity-platform",
 *   organizationId: "velocity",
 *   region: "ca-central-1",
 *   plan: "pro",
 *   instanceSize: "small",
 *   auth: { site_url: "https://app.velocity-platform.com", smtp_pass: { secret: "SMTP_PASS" } },
 *   database: {
 *     max_connections: 200,
 *     shared_buffers: "256MB",
 *     effective_cache_size: "1GB",
 *     maintenance_work_mem: "128MB",
 *     statement_timeout: "30s",
 *   },
 *   api: { db_schema: "public", max_rows: 1000 },
 *   network: { restrictions: ["203.0.113.0/24", "2001:db8::/32"] },
 *   functions: {
 *     "ai-code-generation": { entrypoint: "supabase/functions/ai-code-generation/index.ts" },
 *   },
 *   pooler: { poolSize: 100 },
 *   pitr: { days: 7 },
 *   readReplicas: ["ca-central-1"],
 *   functionSecrets: { OPENAI_API_KEY: { secret: "OPENAI_API_KEY" } },
 *   apiKeys: { orders_worker: { description: "Orders that were paid" } },
 *   secrets: { SMTP_PASS: smtpPassword, OPENAI_API_KEY: openAiKey },
 *   protect: true,
 * });
 */
export class Database extends Component {
  /** Ref of the Supabase project, which is its id. */
  readonly projectRef: pulumi.Output<string>;
  /** Address of the project's APIs. */
  readonly url: pulumi.Output<string>;
  /** Password of the `postgres` user. Secret, and no output of the component: policies see outputs in the clear. */
  readonly password: pulumi.Output<string>;
  /** How far the custom hostname is, and the DNS record that proves whose it is. Undefined without one. */
  readonly customHostname: CustomHostnameState | undefined;
  /** Value of each API key by name. Secret, and no output of the component either. */
  readonly apiKeys: Record<string, pulumi.Output<string>>;

  constructor(
    name: string,
    { transform = {}, ...args }: DatabaseArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, databaseProblems(args));
    super(tokens.database, name, visibleArgs(args), opts);
    const spec = databaseSpec(args);
    this.password = declarePassword(this, spec, transform.password);
    const made = declareOnSupabase(this, spec, this.password, transform);
    this.projectRef = made.projectRef;
    this.apiKeys = made.apiKeys;
    this.customHostname = declareWithAdmin(this, spec, made, transform);
    this.url = pulumi.interpolate`https://${this.projectRef}.supabase.co`;
    this.registerOutputs({
      projectRef: this.projectRef,
      url: this.url,
      ...(this.customHostname && { customHostname: this.customHostname }),
    });
  }
}
