import { type Breakage, type KnownBreakage } from "../edge/breakage/breakage";
import { Breakages, readBreakages } from "../edge/breakage/breakages";
import { ask } from "./ask";
import { homeExists, homeFiles, prepareHome } from "./home";
import { changeByOwner } from "./manage";

/** Breaks what a host of the cloud serves, until it is mended. Throws `UserError` (1) on what cannot be broken so. */
export async function breakHost(home: string, breakage: Breakage): Promise<KnownBreakage> {
  prepareHome(home);
  return changeByOwner(
    home,
    async (run) => (await ask(run, { ask: "break", breakage }))?.broken,
    () => new Breakages(homeFiles(home).breakages).add(breakage),
  );
}

/** Mends what is broken at a host, one breakage, or everything; answers how many there were. */
export async function mendHosts(
  home: string,
  which: { host?: string; id?: number } = {},
): Promise<number> {
  if (!homeExists(home)) return 0;
  return changeByOwner(
    home,
    async (run) => (await ask(run, { ask: "mend", ...which }))?.mended,
    () => new Breakages(homeFiles(home).breakages).mend(which),
  );
}

/** Reads the file itself; needs no daemon. */
export function listBreakages(home: string): KnownBreakage[] {
  return readBreakages(homeFiles(home).breakages);
}
