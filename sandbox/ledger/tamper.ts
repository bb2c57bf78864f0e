import { UserError } from "../../core/errors";
import { parseUrn } from "../../core/urn";
import { isDigest } from "./digest";
import { type Ledger } from "./ledger";
import { type LedgerObject, type StoredMap, type StoredValue } from "./record";

/** What somebody does to an object behind the program's back. */
export interface Tampering {
  /** A URN, or a logical name that one object carries. */
  object: string;
  /** Properties by path, `vercelAuthentication.deploymentType`, and what they shall be. */
  set: Readonly<Record<string, StoredValue>>;
  /** Delete the object instead. */
  gone: boolean;
}

/** Changes an object as a person at the vendor's dashboard would: no provider is asked, and no program knows. */
export function tamper(ledger: Ledger, { object: wanted, set, gone }: Tampering): LedgerObject {
  const object = objectNamed(ledger, wanted);
  if (gone) {
    ledger.delete(object);
    return object;
  }
  let { inputs, outputs } = object;
  for (const [path, value] of Object.entries(set)) {
    const steps = path.split(".");
    inputs = withValue(inputs, steps, value, path);
    outputs = withValue(outputs, steps, value, path);
  }
  return ledger.update(object, { ...object, inputs, outputs });
}

function objectNamed(ledger: Ledger, wanted: string): LedgerObject {
  const all = ledger.objects.all();
  const found = all.filter(({ urn }) => urn === wanted || parseUrn(urn).name === wanted);
  const [only] = found;
  if (only && found.length === 1) return only;
  const urns = found.map(({ urn }) => urn).join(", ");
  throw new UserError([
    {
      where: { path: wanted },
      found: only
        ? `${found.length} objects carry this name`
        : "nothing of this name exists in the sandbox",
      allowed: only ? urns : "a URN, or a logical name that one object carries",
      fix: only ? "give the URN" : "npx groundwork sandbox ledger --format json lists them",
    },
  ]);
}

function withValue(
  map: StoredMap,
  [step = "", ...rest]: readonly string[],
  value: StoredValue,
  path: string,
): StoredMap {
  const here = Object.hasOwn(map, step) ? map[step] : undefined;
  if (isDigest(here)) {
    const found = "a secret, of which the sandbox keeps no value";
    throw new UserError([{ where: { path }, found, fix: "change another property" }]);
  }
  if (rest.length === 0) return { ...map, [step]: value };
  const inner = typeof here === "object" && here !== null && !Array.isArray(here) ? here : {};
  return { ...map, [step]: withValue(inner as StoredMap, rest, value, path) };
}
