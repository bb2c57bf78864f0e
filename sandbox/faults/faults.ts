import { readFileSync } from "node:fs";
import { UserError } from "../../core/errors";
import { writeFileAtomically } from "../client/files";
import { type ArmedFault, checkFault, type Fault, type FaultOperation } from "./fault";

/** An operation that a fault may strike. */
export interface Struck {
  stack: string;
  type: string;
  op: FaultOperation;
}

/** Faults armed for a cloud. They are on disk, so that they outlive the servers; only one process may change them. */
export class Faults {
  #armed: ArmedFault[];

  constructor(private readonly file: string) {
    this.#armed = readFaults(file);
  }

  get armed(): readonly ArmedFault[] {
    return this.#armed;
  }

  /** Throws `UserError` (1) on a fault that cannot be. */
  arm(fault: Fault): ArmedFault {
    checkFault(fault);
    const id = Math.max(0, ...this.#armed.map((other) => other.id)) + 1;
    const armed = { ...fault, id, seen: 0 };
    this.#keep([...this.#armed, armed]);
    return armed;
  }

  clear(): void {
    this.#keep([]);
  }

  /** Counts the operation, and takes the fault that strikes it out of the list. */
  take(operation: Struck): ArmedFault | undefined {
    const counted = this.#armed.map((fault) =>
      matches(fault, operation) ? { ...fault, seen: fault.seen + 1 } : fault,
    );
    const due = counted.find((fault) => matches(fault, operation) && fault.seen >= fault.nth);
    if (counted.some((fault, index) => fault !== this.#armed[index])) {
      this.#keep(counted.filter((fault) => fault !== due));
    }
    return due;
  }

  #keep(armed: ArmedFault[]): void {
    writeFileAtomically(this.file, `${JSON.stringify(armed, undefined, 2)}\n`);
    this.#armed = armed;
  }
}

/** The faults in a file; a missing file holds none. Throws `UserError` (2) when it cannot be read. */
export function readFaults(file: string): ArmedFault[] {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as ArmedFault[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    const found = "the list of armed faults cannot be read";
    throw new UserError([{ where: { file }, found, fix: "delete the file" }], 2);
  }
}

function matches(fault: ArmedFault, { stack, type, op }: Struck): boolean {
  return fault.type === type && fault.op === op && (fault.stack ?? stack) === stack;
}
