/** A line at least this often, so that nobody takes a long step for a dead one. */
const PLAIN_EVERY_MS = 10_000;
const TERMINAL_EVERY_MS = 1_000;

/**
 * Tells people how a long step is going: on a terminal one line that is rewritten, else plain lines. `label` says what
 * is done ("Building the engine"), `hint` how long to expect, `update` what is happening right now, `end` what came of
 * it (nothing: stay silent).
 */
export function startStep(label, { stream = process.stderr, hint } = {}) {
  const began = Date.now();
  const rewrite = Boolean(stream.isTTY);
  let detail = "";
  const show = () => {
    const seconds = Math.round((Date.now() - began) / 1000);
    const line = [label, detail, `${seconds} s`].filter(Boolean).join(", ");
    stream.write(rewrite ? `\r\x1b[2K${fitted(line, stream.columns)}` : `${line}\n`);
  };
  if (hint || !rewrite) stream.write(`${label}${hint ? ` (${hint})` : ""} …\n`);
  const timer = setInterval(show, rewrite ? TERMINAL_EVERY_MS : PLAIN_EVERY_MS);
  timer.unref();
  return {
    update: (text) => void (detail = text),
    end(result) {
      clearInterval(timer);
      if (rewrite) stream.write("\r\x1b[2K");
      if (result) stream.write(`${result}\n`);
    },
  };
}

function fitted(line, columns = 80) {
  return line.length < columns ? line : `${line.slice(0, columns - 2)}…`;
}
