import { statSync } from "node:fs";

/** Files as they were last seen, so that what a save changed can be told. */
export class Glance {
  private seen = new Map<string, string>();

  /** Looks at these files; answers those that are not as they were, with those that came or went. */
  look(files: Iterable<string>): string[] {
    const now = new Map([...new Set(files)].map((file) => [file, stampOf(file)]));
    const all = new Set([...this.seen.keys(), ...now.keys()]);
    const changed = [...all].filter((file) => this.seen.get(file) !== now.get(file));
    this.seen = now;
    return changed;
  }

  /** From now on looks at these. One that is new and was saved after `since` counts as changed at the next look. */
  settle(files: Iterable<string>, since: number): void {
    const before = this.seen;
    const stamp = (file: string) => (savedAfter(file, since) ? "" : stampOf(file));
    this.seen = new Map([...files].map((file) => [file, before.get(file) ?? stamp(file)]));
  }
}

function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs}` : "absent";
}

function savedAfter(file: string, since: number): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= since;
}
