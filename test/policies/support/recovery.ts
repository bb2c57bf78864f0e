import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import type { PropertyMap, Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { profile, resource, supabaseProject, vercelProject } from "./stack";

/** What a stack says of its recovery. */
export const recovery = (inputs: PropertyMap): DeclaredResource =>
  resource(tokens.recovery, "recovery", inputs);

export const image = (digit: string): string => `ghcr.io/acme/hub:${digit.repeat(40)}`;

/** Container services by name. */
export const services = (named: PropertyMap): DeclaredResource =>
  resource(tokens.containerService, "services", { services: named });

/** A bucket on S3. Its ARN is computed, so that whatever uses it depends on it. */
export const bucket = (
  name: string,
  { protect = true, ...inputs }: PropertyMap & { protect?: boolean } = {},
): DeclaredResource =>
  resource(providerTypes.awsBucket, name, { bucket: `acme-${name}`, ...inputs }, { protect });

export const plan = (rules: Value, name = "plan"): DeclaredResource =>
  resource(providerTypes.awsBackupPlan, name, { rules });

/** Gives buckets to a plan. */
export const selection = (
  of: DeclaredResource,
  buckets: readonly DeclaredResource[],
  name = "selection",
): DeclaredResource =>
  resource(
    providerTypes.awsBackupSelection,
    name,
    {},
    { propertyDependencies: { planId: [of.urn], resources: buckets.map(({ urn }) => urn) } },
  );

export const replication = (
  from: DeclaredResource,
  to: DeclaredResource,
  rules: Value = [{ destination: {} }],
): DeclaredResource =>
  resource(
    providerTypes.awsReplication,
    "replication",
    { rules },
    { propertyDependencies: { bucket: [from.urn], rules: [to.urn] } },
  );

/** A stack with one of each part, a service `hub` that runs previews among them. */
export const everyPart: readonly DeclaredResource[] = [
  services({ hub: { image: image("a"), previews: { poolSize: 5 } } }),
  bucket("files"),
  supabaseProject,
  vercelProject,
];

/** A profile with options of one rule. */
export const asking = (rule: string, options: PropertyMap): DeclaredResource =>
  profile({ rules: { [rule]: options } });
