/** The same answer for the same object, worked out once: a stack of 5,000 resources asks 5,000 times. */
export function remembered<K extends object, V>(answer: (about: K) => V): (about: K) => V {
  const known = new WeakMap<K, V>();
  return (about) => {
    const before = known.get(about);
    if (before !== undefined) return before;
    const found = answer(about);
    known.set(about, found);
    return found;
  };
}
