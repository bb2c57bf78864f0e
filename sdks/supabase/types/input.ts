import type * as pulumi from "@pulumi/pulumi";

export interface ApikeySecretJwtTemplate {
  /** Postgres role of requests that carry the key. */
  role?: pulumi.Input<string | undefined>;
}

export interface BranchDatabase {
  host?: pulumi.Input<string | undefined>;
  /** Project ref of the branch. */
  id?: pulumi.Input<string | undefined>;
  jwtSecret?: pulumi.Input<string | undefined>;
  password?: pulumi.Input<string | undefined>;
  port?: pulumi.Input<number | undefined>;
  status?: pulumi.Input<string | undefined>;
  user?: pulumi.Input<string | undefined>;
  /** Postgres version. */
  version?: pulumi.Input<string | undefined>;
}

export interface EdgeFunctionSecretsSecret {
  /** At most 256 characters; must not start with `SUPABASE_`. */
  name: pulumi.Input<string>;
  /** At most 24576 characters. Not marked secret here: pass `pulumi.secret(…)`. */
  value: pulumi.Input<string>;
}

export interface ProjectTimeouts {
  /** Go duration, such as `15m`; the provider's default is `5m`. */
  create?: pulumi.Input<string | undefined>;
  /** Go duration, such as `15m`; the provider's default is `5m`. */
  update?: pulumi.Input<string | undefined>;
}

export interface SettingsTimeouts {
  /** Go duration, such as `15m`; the provider's default is `5m`. */
  create?: pulumi.Input<string | undefined>;
  /** Go duration, such as `15m`; the provider's default is `5m`. */
  update?: pulumi.Input<string | undefined>;
}

export interface ThirdPartyAuthTimeouts {
  /** Go duration, such as `15m`. */
  create?: pulumi.Input<string | undefined>;
}
