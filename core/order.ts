/** Sorts by text, the same on every machine: by code units, never by the language of the reader. */
export function byText<T>(...keys: readonly ((item: T) => string)[]) {
  return (one: T, other: T): number => {
    for (const key of keys) {
      const [a, b] = [key(one), key(other)];
      if (a !== b) return a < b ? -1 : 1;
    }
    return 0;
  };
}
