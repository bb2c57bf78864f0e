/**
 * The three functions of the metadata proposal for JavaScript that @peculiar/x509 looks for when it is loaded: it injects
 * dependencies by them. Import this first. Source: README of @peculiar/x509 2.2, "Reflect Polyfill Required".
 */
const kept = new WeakMap<object, Map<unknown, unknown>>();

const getOwnMetadata = (key: unknown, target: object): unknown => kept.get(target)?.get(key);

const functions = {
  getOwnMetadata,
  getMetadata: getOwnMetadata,
  defineMetadata(key: unknown, value: unknown, target: object): void {
    const values = kept.get(target) ?? new Map<unknown, unknown>();
    kept.set(target, values.set(key, value));
  },
};

for (const [name, value] of Object.entries(functions)) {
  if (!(name in Reflect)) Object.defineProperty(Reflect, name, { value, configurable: true });
}
