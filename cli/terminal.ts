import yoctoSpinner from "yocto-spinner";

/** Where a command speaks: its result to standard output, everything else to standard error. */
export interface Terminal {
  /** The result. Nothing else may go here: it is what scripts read. */
  out(text: string): void;
  /** Notes for the person who waits. */
  note(text: string): void;
  /** Work that may take longer than two seconds. Ends with `done` or `fail`, exactly once. */
  progress(label: string): Progress;
}

export interface Progress {
  update(label: string): void;
  done(label?: string): void;
  fail(label?: string): void;
}

export interface Streams {
  out: NodeJS.WritableStream;
  err: NodeJS.WritableStream & { isTTY?: boolean };
}

/** Without a terminal to redraw, a line this often says that the work goes on. */
const heartbeatMs = 10_000;

export function createTerminal({ out, err }: Streams, quiet: boolean): Terminal {
  const note = (text: string) => void (quiet || err.write(`${text}\n`));
  return {
    out: (text) => void out.write(`${text}\n`),
    note,
    progress(label) {
      if (quiet) return { update() {}, done() {}, fail() {} };
      return err.isTTY ? spinner(err, label) : lines(note, label);
    },
  };
}

function spinner(stream: NodeJS.WritableStream, label: string): Progress {
  const started = Date.now();
  const spin = yoctoSpinner({ text: label, stream: stream as NodeJS.WriteStream }).start();
  const labelled = (text?: string) => `${text ?? spin.text} (${elapsed(started)})`;
  return {
    update: (text) => void (spin.text = text),
    done: (text) => void spin.success(labelled(text)),
    fail: (text) => void spin.error(labelled(text)),
  };
}

function lines(note: (text: string) => void, first: string): Progress {
  let label = first;
  const started = Date.now();
  note(`${first} …`);
  const timer = setInterval(() => note(`${label} … ${elapsed(started)}`), heartbeatMs);
  timer.unref();
  const end = (sign: string) => (last?: string) => {
    clearInterval(timer);
    note(`${sign} ${last ?? label} (${elapsed(started)})`);
  };
  return { update: (text) => void (label = text), done: end("done:"), fail: end("failed:") };
}

function elapsed(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
