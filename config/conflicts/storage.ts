import { supabaseLimits } from "../../catalogue/supabase-limits";
import { isIn } from "../derived/dns";
import { type ServedBucket, servedBuckets } from "../derived/served-buckets";
import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";
import { quote } from "../wording";

type Buckets = NonNullable<FileSettings["storage"]>["buckets"];

/** A name that a bucket of this stack claims, and the path of the key that claims it. */
interface Claim {
  vendor: string;
  name: string;
  path: string;
}

/** Names that two buckets claim, and limits above those of the Supabase project. */
export function storageConflicts(file: FileSettings): SettingsProblem[] {
  const { storage, database } = file;
  const buckets = storage?.buckets ?? {};
  return [
    ...nameProblems(buckets),
    ...limitProblems(buckets, database),
    ...servedBuckets(storage).flatMap((served) => hostProblems(served, file)),
  ];
}

/** A certificate and an address need the zone of the host, and a host leads to one place. */
function hostProblems({ key, host }: ServedBucket, file: FileSettings): SettingsProblem[] {
  const { dns, hosting, storage } = file;
  const path = at(key, "distribution", "host");
  if (!dns || !isIn(host, dns.zone.name)) {
    const allowed = dns ? `a host of ${dns.zone.name}` : "a host of the zone of groundwork:dns";
    return [{ path, found: `got ${quote(host)}`, allowed }];
  }
  const others = servedBuckets(storage).filter((one) => one.host === host && one.key < key);
  const holders = [
    ...(Object.hasOwn(dns.records ?? {}, host) ? [filePath(["dns", "records", host])] : []),
    ...(dns.failover?.host === host ? [filePath(["dns", "failover"])] : []),
    ...(Object.hasOwn(hosting.domains ?? {}, host) ? [filePath(["hosting", "domains", host])] : []),
    ...others.map((one) => at(one.key, "distribution", "host")),
  ];
  return holders.map((holder) => {
    return { path, found: `got ${quote(host)}`, allowed: `another host than ${holder}` };
  });
}

function nameProblems(buckets: Buckets): SettingsProblem[] {
  const holders = new Map<string, string>();
  return claims(buckets).flatMap(({ vendor, name, path }) => {
    const holder = holders.get(`${vendor} ${name}`);
    if (holder === undefined) {
      holders.set(`${vendor} ${name}`, path);
      return [];
    }
    return [{ path, found: `got ${quote(name)}`, allowed: `another name than ${holder}` }];
  });
}

function claims(buckets: Buckets): Claim[] {
  return Object.entries(buckets).flatMap(([key, bucket]) => {
    const { vendor, name } = bucket;
    const own = { vendor, name, path: at(key, "name") };
    const copy = vendor === "s3" ? bucket.replication?.name : undefined;
    return copy === undefined
      ? [own]
      : [own, { vendor, name: copy, path: at(key, "replication", "name") }];
  });
}

/** The project's limit is the last word: Supabase refuses a bucket that would take larger objects. */
function limitProblems(buckets: Buckets, database: FileSettings["database"]): SettingsProblem[] {
  const ofPlan = database.plan && supabaseLimits[database.plan].fileSizeLimit;
  const largest = database.storage?.fileSizeLimit ?? ofPlan;
  if (largest === undefined) return [];
  return Object.entries(buckets).flatMap(([key, bucket]) => {
    const limit = bucket.vendor === "supabase" ? bucket.fileSizeLimit : undefined;
    if (limit === undefined || limit <= largest) return [];
    const allowed = `at most ${largest}, what the Supabase project takes`;
    const fix = limit > (ofPlan ?? limit) ? "lower it" : `lower it, or raise ${projectLimit}`;
    return [{ path: at(key, "fileSizeLimit"), found: `got ${limit}`, allowed, fix }];
  });
}

const projectLimit = filePath(["database", "storage", "fileSizeLimit"]);

const at = (key: string, ...rest: string[]): string =>
  filePath(["storage", "buckets", key, ...rest]);
