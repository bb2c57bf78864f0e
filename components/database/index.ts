import * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component } from "../component";
import type { DatabaseSettings } from "./args";
import { declarePassword, type PasswordTransform } from "./random";
import { databaseSpec } from "./spec";
import { declareOnSupabase, type ProjectTransform, type SettingsTransform } from "./supabase";

export * from "./args";

/** The last word on each child. */
export interface DatabaseTransforms {
  /** The generated password. */
  password?: PasswordTransform | undefined;
  /** The Supabase project. */
  project?: ProjectTransform | undefined;
  /** The project's settings. */
  settings?: SettingsTransform | undefined;
}

export interface DatabaseArgs extends DatabaseSettings {
  /** The last word on each child, for inputs and options of the provider that have no arg here. */
  transform?: DatabaseTransforms | undefined;
}

/**
 * A Supabase project: Postgres with TLS enforced, a generated password, and its settings.
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

  constructor(
    name: string,
    { transform = {}, ...args }: DatabaseArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super(tokens.database, name, { ...args }, opts);
    const spec = databaseSpec(args);
    this.password = declarePassword(this, spec, transform.password);
    this.projectRef = declareOnSupabase(this, spec, this.password, transform).projectRef;
    this.url = pulumi.interpolate`https://${this.projectRef}.supabase.co`;
    this.registerOutputs({ projectRef: this.projectRef, url: this.url });
  }
}
