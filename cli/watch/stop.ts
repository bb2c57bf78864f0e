/**
 * Aborted by the first Ctrl-C, by whoever ends the process kindly, and once nobody reads what it prints. A second Ctrl-C
 * ends it at once, as it would anyway.
 */
export function untilStopped(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  process.stdout.once("error", () => stop.abort());
  return stop.signal;
}
