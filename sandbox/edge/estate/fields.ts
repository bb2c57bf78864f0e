import { type LedgerObject, type StoredMap, type StoredValue } from "../../ledger/record";

/** Reads what the ledger keeps of an object, or part of it. What is of another form reads as not there. */
export const textIn = (map: StoredMap, name: string): string | undefined => {
  const value = map[name];
  return typeof value === "string" && value !== "" ? value : undefined;
};

export const numberIn = (map: StoredMap, name: string): number | undefined => {
  const value = map[name];
  return typeof value === "number" ? value : undefined;
};

export const isOn = (map: StoredMap, name: string): boolean => map[name] === true;

export const mapIn = (map: StoredMap, name: string): StoredMap => asMap(map[name]);

export const mapsIn = (map: StoredMap, name: string): StoredMap[] => listIn(map, name).map(asMap);

export const textsIn = (map: StoredMap, name: string): string[] =>
  listIn(map, name).filter((item): item is string => typeof item === "string");

/** Texts by name; others are left out. */
export const textMapIn = (map: StoredMap, name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(mapIn(map, name)).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );

export const ofType = (objects: readonly LedgerObject[], type: string): LedgerObject[] =>
  objects.filter((object) => object.type === type);

function listIn(map: StoredMap, name: string): readonly StoredValue[] {
  const value = map[name];
  return Array.isArray(value) ? (value as readonly StoredValue[]) : [];
}

function asMap(value: StoredValue | undefined): StoredMap {
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  return isMap ? (value as StoredMap) : {};
}
