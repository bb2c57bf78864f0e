/** The engine that this project is made for: the npm packages `pulumi` and `@pulumi/pulumi` and the Go module. */
export const ENGINE_VERSION = "3.259.0";

/** An installed engine below this lacks what the CLI relies on. */
export const OLDEST_ENGINE = "3.250.0";

/** Go that the engine's own go.mod asks for. */
export const OLDEST_GO = "1.25.11";

/** `major.minor.patch` at the start of a text such as `v3.259.0` or `go1.26.8`; undefined when there is none. */
export function versionIn(text: string): string | undefined {
  return /\d+\.\d+(?:\.\d+)?/.exec(text)?.[0];
}

/** Negative when `a` is older than `b`; both `major.minor.patch`, a missing patch is 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  const at = [0, 1, 2].find((index) => (left[index] ?? 0) !== (right[index] ?? 0));
  return at === undefined ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
