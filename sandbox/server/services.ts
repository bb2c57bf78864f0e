import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { packageOf, parseUrn } from "../../core/urn";
import { type PropertyMap } from "../../core/value";
import { type Account, accountOf } from "../cloud/account";
import { type CloudView } from "../cloud/resource";
import { type Faults } from "../faults/faults";
import { type Digester } from "../ledger/digest";
import { type Ledger } from "../ledger/ledger";
import { type Contracts } from "./contracts";

/** What every method of every provider server works on: one cloud, whichever package asks. */
export interface Services {
  ledger: Ledger;
  digester: Digester;
  contracts: Contracts;
  faults: Faults;
  accounts: Accounts;
  cloud: CloudView;
}

/**
 * Provider settings as the engine last configured them, for each stack and package: two stacks may run at once on the
 * same servers. Functions are called without a stack; they see the package's latest settings.
 */
export class Accounts {
  readonly #byStack = new Map<string, Account>();
  readonly #latest = new Map<string, Account>();

  /** `urn` is the provider's own; an engine that sends none leaves only the latest settings. */
  remember(packageName: string, urn: string, config: PropertyMap): void {
    const account = accountOf(packageName, config);
    this.#latest.set(packageName, account);
    if (urn) this.#byStack.set(key(parseUrn(urn).stack, packageName), account);
  }

  of(urn: string, type: string): Account {
    const packageName = packageOf(type);
    return this.#byStack.get(key(parseUrn(urn).stack, packageName)) ?? this.latest(packageName);
  }

  latest(packageName: string): Account {
    return this.#latest.get(packageName) ?? {};
  }
}

export function cloudView(ledger: Ledger, secret: Buffer, projectDir: string): CloudView {
  return {
    find: (type, id) => ledger.objects.byId(type, id).at(-1),
    holderOf: (claim) => ledger.objects.holderOf(claim),
    all: (type) => ledger.objects.all().filter((object) => object.type === type),
    derive: (label) => createHmac("sha256", secret).update(label).digest("hex").slice(0, 40),
    readFile: (path) => readFileOf(resolve(projectDir, path)),
  };
}

function readFileOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

const key = (stack: string, packageName: string): string => `${stack}\n${packageName}`;
