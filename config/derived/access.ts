import { functionOf } from "../../catalogue/lambda";
import { cacheName, type CacheVendor } from "../../catalogue/cache";
import { webVitalsName } from "../../catalogue/web-vitals";
import type { AlertSeverity } from "../../core/alerts";
import type { Tier } from "../../core/profile";
import type { AccessSection } from "../sections/access";
import type { StateSection } from "../sections/state";

/** What a stack's file says of where its state is, with the alias filled in. */
export type StateSettings = StateSection & { keyAlias: string };

/** Everything by which the roles of CI are made. */
export interface AccessSettings extends Omit<AccessSection, "repository" | "environment"> {
  repository: string;
  environment: string;
  oidcProvider: NonNullable<AccessSection["oidcProvider"]>;
  state: Pick<StateSettings, "bucket" | "region" | "keyAlias"> | undefined;
  /** Names that need not begin with product and tier. */
  buckets: string[];
  secrets: string[];
  budgets: string[];
  /** Left out where AWS runs none. */
  caches?: string[];
  /** Left out where alerts call none. */
  responders?: string[];
  /** Left out where nobody asks browsers. */
  appMonitors?: string[];
}

/** What of the stack's file decides over access. */
interface Declared {
  stack: { product: string; tier: Tier };
  hosting: { gitRepository?: { type?: string | undefined; repo: string } | undefined };
  budget: { name?: string | undefined };
  storage?: { buckets: Readonly<Record<string, Bucket>> } | undefined;
  secretRegistry?: Readonly<Record<string, Registered>> | undefined;
  access?: AccessSection | undefined;
  cache?: { vendor?: CacheVendor | undefined } | undefined;
  webVitals?: object | undefined;
  alerts?:
    { routes?: Partial<Record<AlertSeverity, Responding | undefined>> | undefined } | undefined;
  repository?:
    | {
        defaultBranch?: string | undefined;
        environment?: { name?: string | undefined; drift?: string | undefined } | undefined;
      }
    | undefined;
  state?: StateSection | undefined;
}

interface Responding {
  lambdas?: readonly string[] | undefined;
}

type Bucket =
  | { vendor: "s3"; name: string; replication?: { name: string } | undefined }
  | { vendor: "supabase"; name: string };

interface Registered {
  destinations?: { awsSecretsManager?: { name: string } | undefined } | undefined;
}

/** GitHub environments by tier. */
export const environmentOf: Readonly<Record<Tier, string>> = {
  dev: "development",
  staging: "staging",
  prod: "production",
};

export function stateSettings({
  stack,
  state,
}: Pick<Declared, "stack" | "state">): StateSettings | undefined {
  return state && { ...state, keyAlias: state.keyAlias ?? `${stack.product}-state` };
}

/** The repository on GitHub that the hosting project is built from. */
export function githubRepository({ gitRepository }: Declared["hosting"]): string | undefined {
  return (gitRepository?.type ?? "github") === "github" ? gitRepository?.repo : undefined;
}

/** Fills in what follows from the rest of the file: names of what this stack declares, and whose jobs are let in. */
export function accessSettings(file: Declared): AccessSettings | undefined {
  const { access, stack, hosting, budget, storage, secretRegistry = {} } = file;
  if (!access) return undefined;
  const state = stateSettings(file);
  return {
    environment: file.repository?.environment?.name ?? environmentOf[stack.tier],
    oidcProvider: "bootstrap",
    ...access,
    ...(access.drift && { drift: driftOf(file, access.drift) }),
    // One of both is there: see access-conflicts.
    repository: access.repository ?? githubRepository(hosting) ?? "",
    state: state && { bucket: state.bucket, region: state.region, keyAlias: state.keyAlias },
    ...(file.cache?.vendor === "elasticache" && { caches: [cacheName(stack)] }),
    ...respondersOf(file),
    ...(file.webVitals && { appMonitors: [webVitalsName(stack)] }),
    buckets: Object.values(storage?.buckets ?? {}).flatMap(namesOnS3),
    secrets: Object.values(secretRegistry).flatMap(
      ({ destinations }) => destinations?.awsSecretsManager?.name ?? [],
    ),
    budgets: [budget.name ?? `${stack.product}-${stack.tier}`],
  };
}

/** Functions that alerts call, each once, without their aliases: rights are given on the function. */
function respondersOf({ alerts }: Declared): { responders?: string[] } {
  const arns = Object.values(alerts?.routes ?? {}).flatMap((route) => route?.lambdas ?? []);
  const responders = [...new Set(arns.flatMap((arn) => functionOf(arn)?.arn ?? []))];
  return responders.length > 0 ? { responders } : {};
}

/** By the environment and the branch that the repository's own section names. */
function driftOf({ repository }: Declared, drift: Exclude<AccessSection["drift"], false>) {
  const environment = repository?.environment?.drift;
  const branch = repository?.defaultBranch;
  return { ...(environment && { environment }), ...(branch && { branch }), ...drift };
}

function namesOnS3(bucket: Bucket): string[] {
  if (bucket.vendor !== "s3") return [];
  const { name, replication } = bucket;
  return replication ? [name, replication.name] : [name];
}
