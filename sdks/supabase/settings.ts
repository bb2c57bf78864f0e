import * as pulumi from "@pulumi/pulumi";
import type { input as inputs, output as outputs } from "./types";
import * as utilities from "./utilities";

/** Settings of a project. Only the keys given are managed; deleting the resource leaves them as they are. */
export class Settings extends utilities.SupabaseResource {
  /** @internal */
  public static readonly __pulumiType = "supabase:index/settings:Settings";

  /** Looks up an existing `Settings` by its provider id. */
  public static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state?: SettingsState,
    opts?: pulumi.CustomResourceOptions,
  ): Settings {
    return new Settings(name, state as unknown as SettingsArgs, { ...opts, id });
  }

  /** True for a `Settings`, also one made by another copy of this package. */
  public static override isInstance(obj: any): obj is Settings {
    return utilities.isResource(obj, Settings.__pulumiType);
  }

  /** Data API settings as JSON. */
  declare public readonly api: pulumi.Output<string | undefined>;
  /** Auth settings as JSON. Not marked secret here: pass `pulumi.secret(…)`. */
  declare public readonly auth: pulumi.Output<string | undefined>;
  /** Postgres settings as JSON. */
  declare public readonly database: pulumi.Output<string | undefined>;
  /** Network restrictions as JSON. */
  declare public readonly network: pulumi.Output<string | undefined>;
  /** Pooler settings as JSON. This version never sends them. */
  declare public readonly pooler: pulumi.Output<string | undefined>;
  /** Ref of the project. Cannot be changed: use `replaceOnChanges`. */
  declare public readonly projectRef: pulumi.Output<string>;
  /** Refuses database connections without TLS. A change restarts the database. */
  declare public readonly sslEnforcement: pulumi.Output<boolean | undefined>;
  /** Storage settings as JSON. */
  declare public readonly storage: pulumi.Output<string | undefined>;
  /** How long to wait for the project's services. */
  declare public readonly timeouts: pulumi.Output<outputs.SettingsTimeouts | undefined>;

  constructor(name: string, args: SettingsArgs, opts?: pulumi.CustomResourceOptions) {
    super(shape, name, args, opts);
  }
}

const shape: utilities.ResourceShape = {
  token: Settings.__pulumiType,
  inputs: {
    api: false,
    auth: false,
    database: false,
    network: false,
    pooler: false,
    projectRef: true,
    sslEnforcement: false,
    storage: false,
    timeouts: false,
  },
};

/** What a lookup of a `Settings` may be narrowed with. */
export interface SettingsState {
  /** Data API settings as JSON. */
  api?: pulumi.Input<string | undefined>;
  /** Auth settings as JSON. Not marked secret here: pass `pulumi.secret(…)`. */
  auth?: pulumi.Input<string | undefined>;
  /** Postgres settings as JSON. */
  database?: pulumi.Input<string | undefined>;
  /** Network restrictions as JSON. */
  network?: pulumi.Input<string | undefined>;
  /** Pooler settings as JSON. This version never sends them. */
  pooler?: pulumi.Input<string | undefined>;
  /** Ref of the project. Cannot be changed: use `replaceOnChanges`. */
  projectRef?: pulumi.Input<string | undefined>;
  /** Refuses database connections without TLS. A change restarts the database. */
  sslEnforcement?: pulumi.Input<boolean | undefined>;
  /** Storage settings as JSON. */
  storage?: pulumi.Input<string | undefined>;
  /** How long to wait for the project's services. */
  timeouts?: pulumi.Input<inputs.SettingsTimeouts | undefined>;
}

/** The inputs of a `Settings`. */
export interface SettingsArgs {
  /** Data API settings as JSON. */
  api?: pulumi.Input<string | undefined>;
  /** Auth settings as JSON. Not marked secret here: pass `pulumi.secret(…)`. */
  auth?: pulumi.Input<string | undefined>;
  /** Postgres settings as JSON. */
  database?: pulumi.Input<string | undefined>;
  /** Network restrictions as JSON. */
  network?: pulumi.Input<string | undefined>;
  /** Pooler settings as JSON. This version never sends them. */
  pooler?: pulumi.Input<string | undefined>;
  /** Ref of the project. Cannot be changed: use `replaceOnChanges`. */
  projectRef: pulumi.Input<string>;
  /** Refuses database connections without TLS. A change restarts the database. */
  sslEnforcement?: pulumi.Input<boolean | undefined>;
  /** Storage settings as JSON. */
  storage?: pulumi.Input<string | undefined>;
  /** How long to wait for the project's services. */
  timeouts?: pulumi.Input<inputs.SettingsTimeouts | undefined>;
}
