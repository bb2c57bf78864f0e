/** The command line by which the engine starts a language host. */
export interface HostArguments {
  /** Empty when the engine will tell it by `Handshake`. */
  engineAddress: string;
  tracing: string;
  wantsVersion: boolean;
}

const WITH_VALUE = new Set(["tracing", "runtime", "v"]);

/** Go's flags: `-name value`, `--name=value`; the engine's address is the first argument that is no flag. */
export function parseArguments(args: string[]): HostArguments {
  const flags = new Map<string, string>();
  const rest: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const [, name, value] = /^--?([^=]+)(?:=(.*))?$/.exec(args[at] ?? "") ?? [];
    if (!name) rest.push(args[at] ?? "");
    else flags.set(name, value ?? (WITH_VALUE.has(name) ? (args[++at] ?? "") : "true"));
  }
  return {
    engineAddress: rest[0] ?? "",
    tracing: flags.get("tracing") ?? "",
    wantsVersion: flags.get("version") === "true",
  };
}
