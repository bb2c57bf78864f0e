import * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import type { DatabaseSettings } from "./args";
import { declarePassword, type PasswordTransform } from "./random";
import { databaseProblems } from "./problems";
import { databaseSpec, visibleArgs } from "./spec";
import { declareOnSupabase, type SupabaseTransforms } from "./supabase";

export * from "./args";

/** The last word on each child. */
export interface DatabaseTransforms extends SupabaseTransforms {
  /** The generated password. */
  password?: PasswordTransform | undefined;
}

export interface DatabaseArgs extends DatabaseSettings {
  /** The last word on each child, for inputs and options of the provider that have no arg here. */
  transform?: DatabaseTransforms | undefined;
}

/**
 * A Supabase project: Postgres with TLS enforced and a generated password, sign-in with secure settings, edge functions
 * and API keys.
 *
 * The password is made here and stands in the encrypted state only. Region and organization cannot be changed once
 * the project exists.
 *
 * @example
 * new Database("db", { name: "velocity-dev", organizationId: "velocity", region: "ca-central-1" });
 *
 * @example
 * new Database("db", {
 *   name: "velocity-prod",
 *   organizationId: "velocity",
 *   region: "ca-central-1",
 *   instanceSize: "medium",
 *   database: { max_connections: 200, shared_buffers: "256MB", statement_timeout: "30s" },
 *   network: { restrictions: ["203.0.113.0/24"] },
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
    const { projectRef, apiKeys } = declareOnSupabase(this, spec, this.password, transform);
    this.projectRef = projectRef;
    this.apiKeys = apiKeys;
    this.url = pulumi.interpolate`https://${this.projectRef}.supabase.co`;
    this.registerOutputs({ projectRef: this.projectRef, url: this.url });
  }
}
