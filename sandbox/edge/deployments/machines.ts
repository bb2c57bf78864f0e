import { parseUrn } from "../../../core/urn";
import { type Ledger } from "../../ledger/ledger";
import { type LedgerObject, type StoredMap } from "../../ledger/record";
import { ofType, textIn } from "../estate/fields";
import { placeOf } from "./rolling";

/** A machine of an app on Fly. */
export interface Machine {
  /** 14 hex digits. */
  id: string;
  app: string;
  region: string;
  image: string;
  /** Another one after each update. */
  instance: string;
  /** ISO 8601. */
  created: string;
  updated: string;
}

const type = "fly:api/machine:machine";
/** Where a sandbox's apps run, since only a rendered fly.toml says it. */
const regions = ["iad", "sjc", "lhr"] as const;

/** Machines of the apps that something declared names: there from the start, in the ledger once they are changed. */
export class Machines {
  constructor(
    private readonly ledger: Ledger,
    private readonly derive: (label: string) => string,
    private readonly now: () => Date,
  ) {}

  of(app: string, named: LedgerObject): Machine[] {
    const changed = ofType(this.ledger.objects.all(), type);
    return regions.map((region) => {
      const first = this.#first(app, region, named.created);
      const stored = changed.find(({ id }) => id === first.id)?.outputs ?? {};
      return {
        ...first,
        image: textIn(stored, "image") ?? first.image,
        instance: textIn(stored, "instance") ?? first.instance,
        updated: textIn(stored, "updated") ?? first.updated,
      };
    });
  }

  // Requirement: DR-12
  /** Runs another image on a machine. */
  update(machine: Machine, image: string, named: LedgerObject): Machine {
    const updated = this.now().toISOString();
    const instance = this.derive(`${machine.id}:${image}:${updated}`).slice(0, 26).toUpperCase();
    const { stack, project } = parseUrn(named.urn);
    const urn = `urn:pulumi:${stack}::${project}::${type}::${machine.id}`;
    const outputs: StoredMap = { app: machine.app, image, instance, updated };
    const entry = { type, id: machine.id, urn, inputs: {}, outputs, claims: [] };
    const before = this.ledger.objects.byId(type, machine.id).at(-1);
    if (before) this.ledger.update(before, entry);
    else this.ledger.create(entry);
    return { ...machine, image, instance, updated };
  }

  #first(app: string, region: string, created: string): Machine {
    const digits = this.derive(`fly:${app}:${region}`);
    return {
      id: digits.slice(0, 14),
      ...{ app, region, created, updated: created },
      image: `registry.fly.io/${app}:deployment-${this.derive(`fly:${app}:image`).slice(0, 26)}`,
      instance: digits.slice(14, 40).toUpperCase(),
    };
  }
}

/** The machine that serves a visitor: always the same one. */
export function machineFor(machines: readonly Machine[], client: string): Machine | undefined {
  return machines[Math.floor((placeOf(client) / 100) * machines.length)];
}
