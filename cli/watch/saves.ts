import { type FSWatcher, statSync, watch } from "node:fs";
import { UserError } from "../../core/errors";

/** Editors save in several steps; this long after the last of them a save is over, in ms. */
const calmMs = 60;

/** Wakes whoever waits when something in one of the watched folders was saved. What it was, only a look tells. */
export class Saves {
  private readonly folders = new Map<string, { watcher: FSWatcher; identity: string }>();
  private timer: NodeJS.Timeout | undefined;
  private saved = false;
  private wake: (() => void) | undefined;

  /** Watches these folders and no others. A folder that was made anew under its old name is watched anew. */
  follow(wanted: ReadonlySet<string>): void {
    for (const [folder, { watcher, identity }] of this.folders) {
      if (wanted.has(folder) && identityOf(folder) === identity) continue;
      watcher.close();
      this.folders.delete(folder);
    }
    for (const folder of wanted) if (!this.folders.has(folder)) this.open(folder);
  }

  /** Resolves once something was saved since the last time, or the signal says stop. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        signal.removeEventListener("abort", end);
        this.wake = undefined;
        this.saved = false;
        resolve();
      };
      if (this.saved || signal.aborted) return end();
      this.wake = end;
      signal.addEventListener("abort", end);
    });
  }

  close(): void {
    clearTimeout(this.timer);
    for (const { watcher } of this.folders.values()) watcher.close();
    this.folders.clear();
  }

  /** One folder at a time: watching whole trees is not to be had on every system that Node 20 runs on. */
  private open(folder: string): void {
    const identity = identityOf(folder);
    if (identity === undefined) return;
    try {
      const watcher = watch(folder, () => this.note());
      watcher.on("error", () => {
        this.folders.delete(folder);
        this.note();
      });
      this.folders.set(folder, { watcher, identity });
    } catch (error) {
      throw refusal(folder, error);
    }
  }

  private note(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.saved = true;
      this.wake?.();
    }, calmMs);
  }
}

/** Tells a folder from another one of the same name; undefined when there is none. */
function identityOf(folder: string): string | undefined {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat && `${stat.ino} ${stat.birthtimeMs}`;
}

function refusal(folder: string, error: unknown): UserError {
  const { code = "unknown error" } = error as NodeJS.ErrnoException;
  const fix =
    code === "ENOSPC" ? "raise fs.inotify.max_user_watches" : "run check without --watch instead";
  return new UserError([{ where: { file: folder }, found: `cannot be watched (${code})`, fix }], 2);
}
