import { readFileSync } from "node:fs";
import { UserError } from "../../../core/errors";
import { writeFileAtomically } from "../../client/files";
import { type Breakage, checkBreakage, type KnownBreakage } from "./breakage";

/** What is broken in a cloud. On disk, so that it outlives the servers; only one process may change it. */
export class Breakages {
  #all: KnownBreakage[];

  constructor(private readonly file: string) {
    this.#all = readBreakages(file);
  }

  get all(): readonly KnownBreakage[] {
    return this.#all;
  }

  /** Throws `UserError` (1) on one that cannot be. */
  add(breakage: Breakage): KnownBreakage {
    checkBreakage(breakage);
    const known = { ...breakage, id: Math.max(0, ...this.#all.map(({ id }) => id)) + 1 };
    this.#keep([...this.#all, known]);
    return known;
  }

  /** Mends what is broken at a host, one breakage, or everything; answers how many there were. */
  mend({ host, id }: { host?: string | undefined; id?: number | undefined }): number {
    const isMeant = (other: KnownBreakage) =>
      (host === undefined || other.host === host) && (id === undefined || other.id === id);
    const before = this.#all.length;
    this.#keep(this.#all.filter((other) => !isMeant(other)));
    return before - this.#all.length;
  }

  /** Those that act on a host that is served by a release, or on the host itself. */
  at(host: string, release?: string): KnownBreakage[] {
    return this.#all.filter(
      (other) => other.host === host && (other.release === undefined || other.release === release),
    );
  }

  #keep(all: KnownBreakage[]): void {
    writeFileAtomically(this.file, `${JSON.stringify(all, undefined, 2)}\n`);
    this.#all = all;
  }
}

/** What is broken, from its file; a missing file holds nothing. Throws `UserError` (2) when it cannot be read. */
export function readBreakages(file: string): KnownBreakage[] {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as KnownBreakage[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    const found = "the list of what is broken on purpose cannot be read";
    throw new UserError([{ where: { file }, found, fix: "delete the file" }], 2);
  }
}
