const INTERVAL_MS = 1000;

/** Ends this process when whoever started it is gone: an engine that was killed stops none of its plugins. */
export function endWithParent(): void {
  const parent = process.ppid;
  const watch = () => {
    if (process.ppid !== parent) process.exit(0);
  };
  setInterval(watch, INTERVAL_MS).unref();
}
