const SIGNS = ["JavaScript heap out of memory", "Reached heap limit"];

/**
 * Watches what a process writes for V8's last words; the returned function answers with advice when they were heard.
 * The exit code alone (a signal) would leave a person in the dark.
 */
export function watchForExhaustedMemory(stream: NodeJS.ReadableStream): () => string | undefined {
  let tail = "";
  let heard = false;
  stream.on("data", (chunk: Buffer) => {
    tail = (tail + chunk.toString("latin1")).slice(-4096);
    heard ||= SIGNS.some((sign) => tail.includes(sign));
  });
  return () =>
    heard
      ? "Node ran out of memory; allow more with `nodeargs: --max-old-space-size=<megabytes>` under `runtime.options` in Pulumi.yaml"
      : undefined;
}
