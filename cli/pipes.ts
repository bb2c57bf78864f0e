/** What a shell says of a program that SIGPIPE ended: 128 and the number of the signal. */
export const readerGone = 128 + 13;

/** A stream is told so when its reader has gone, and again at each writing. */
const gone = new Set(["EPIPE", "ERR_STREAM_DESTROYED"]);

/**
 * A reader that has seen enough, as `head` has, is nobody's fault. What is going on is not broken off, since it may be an
 * update: it goes on unheard to its proper end. Only then does the exit code say, as other tools do, that not all of the
 * result was read; one that tells of a fault stays. `onGone` hears of it at once.
 */
export function bearClosedPipes(
  { stdout, stderr }: Pick<NodeJS.Process, "stdout" | "stderr"> = process,
  onGone: () => void = endWith,
): void {
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (!gone.has(error.code ?? "")) throw error;
    onGone();
  });
  // Notes that nobody reads are no loss.
  stderr.on("error", (error: NodeJS.ErrnoException) => {
    if (!gone.has(error.code ?? "")) throw error;
  });
}

let isGone = false;

function endWith(): void {
  if (isGone) return;
  isGone = true;
  process.once("exit", () => {
    process.exitCode = process.exitCode || readerGone;
  });
}
