import { holdsUnknown, UNKNOWN, type Value } from "../../core/value";
import { type Digester, isDigest } from "../ledger/digest";
import { type StoredMap, type StoredValue } from "../ledger/record";
import {
  isWireMap,
  mapEntries,
  own,
  reveal,
  Secret,
  type WireMap,
  type WireValue,
} from "../../rpc/value";

/** Properties as the ledger may hold them: every secret becomes its digest. Throws on an unknown: nothing real is. */
export function toStored(map: WireMap, digester: Digester): StoredMap {
  return mapEntries(map, (value) => storeValue(value, digester));
}

/**
 * Properties as the engine gets them back. A digest becomes the value that the engine itself sent (its state holds it,
 * encrypted), and is left out where the engine sent none, as a vendor that never shows a secret does. What is secret in
 * the engine's state stays secret.
 */
export function fromStored(stored: StoredMap, fromEngine: WireMap): WireMap {
  const restored = mapEntries(stored, (value, name) => restoreValue(value, own(fromEngine, name)));
  return mapEntries(restored, (value) => value);
}

const unknownRecorded = "a value that is not known cannot be recorded";

function known(value: Value): Value {
  if (holdsUnknown(value)) throw new Error(unknownRecorded);
  return value;
}

function storeValue(value: WireValue, digester: Digester): StoredValue {
  if (value === UNKNOWN) throw new Error(unknownRecorded);
  if (value instanceof Secret) return digester.digest(known(reveal(value)));
  if (Array.isArray(value)) return value.map((item) => storeValue(item as WireValue, digester));
  return isWireMap(value) ? toStored(value, digester) : (value as StoredValue);
}

function restoreValue(
  stored: StoredValue,
  fromEngine: WireValue | undefined,
): WireValue | undefined {
  if (isDigest(stored)) return fromEngine === undefined ? undefined : secret(fromEngine);
  if (fromEngine instanceof Secret) return secret(restoreValue(stored, fromEngine.value));
  if (Array.isArray(stored)) return restoreItems(stored, fromEngine);
  if (!isWireMap(stored)) return stored;
  return fromStored(stored, isWireMap(fromEngine) ? fromEngine : {});
}

function restoreItems(
  stored: readonly StoredValue[],
  fromEngine: WireValue | undefined,
): WireValue[] {
  const items: readonly WireValue[] = Array.isArray(fromEngine) ? fromEngine : [];
  return stored.map((item, index) => restoreValue(item, items[index]) ?? null);
}

function secret(value: WireValue | undefined): Secret | undefined {
  if (value === undefined || value instanceof Secret) return value;
  return new Secret(value);
}
