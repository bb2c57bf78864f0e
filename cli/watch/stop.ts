/** Aborted by the first Ctrl-C, or by whoever ends the process kindly. A second one ends it at once, as it would anyway. */
export function untilStopped(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}
