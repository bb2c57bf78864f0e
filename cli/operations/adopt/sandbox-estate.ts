import { isPropertyMap, type PropertyMap, type Value } from "../../../core/value";
import type { Estate, Live } from "../../../operations/adopt/model";
import { type LedgerObject, readLedger } from "../../../sandbox/client";

/** Types of our own provider, which keeps no objects of its own: its reading is the only one. */
const provenOnly = /^supabase-admin:/;

/** The cloud on this machine, asked as a vendor's API would be: by listing what an account has, whoever made it. */
export function sandboxEstate(
  home: string,
  team: string | undefined,
  prove: Estate["prove"],
): Estate {
  return {
    prove,
    list: (type) => {
      if (provenOnly.test(type)) return Promise.resolve(undefined);
      const { objects } = readLedger(home);
      const here = objects.filter((object) => object.type === type && isOfTeam(object, team));
      return Promise.resolve(here.map(liveOf));
    },
  };
}

function isOfTeam({ outputs }: LedgerObject, team: string | undefined): boolean {
  return team === undefined || outputs["teamId"] === undefined || outputs["teamId"] === team;
}

function liveOf({ id, inputs, outputs }: LedgerObject): Live {
  return { id, properties: withoutDigests({ ...inputs, ...outputs }) };
}

/** The ledger keeps a digest of each secret, which is nobody's to see. */
function withoutDigests(properties: PropertyMap): PropertyMap {
  const shown = Object.entries(properties).filter(([, value]) => !isDigest(value));
  return Object.fromEntries(shown.map(([name, value]) => [name, inner(value)]));
}

function inner(value: Value | undefined): Value | undefined {
  if (Array.isArray(value)) return value.map((item: Value) => inner(item) ?? null);
  return isPropertyMap(value) ? withoutDigests(value) : value;
}

const isDigest = (value: Value | undefined): boolean =>
  typeof value === "string" && value.startsWith("digest:");
