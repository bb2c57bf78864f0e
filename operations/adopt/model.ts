import type { PropertyMap } from "../../core/value";

/** A resource that the stack declares and its state does not hold, or holds already. */
export interface Wanted {
  urn: string;
  type: string;
  /** Logical name. */
  name: string;
  custom: boolean;
  /** URN of its provider; absent for a component. */
  provider?: string;
  /** What is not known before something else exists, and every secret, is `UNKNOWN`. */
  inputs: PropertyMap;
  /** For each input the URNs that it is computed from. */
  from: Readonly<Record<string, readonly string[]>>;
  /** In the state already: there is nothing to adopt. */
  known?: Live;
}

/** A thing that exists at a vendor. */
export interface Live {
  /** The vendor's own. */
  id: string;
  /** Its properties by the provider's names; never the value of a secret. */
  properties: PropertyMap;
}

/** What can be asked of the vendors' accounts. */
export interface Estate {
  /**
   * Live things of a type, at least all those that are where `inputs` say; undefined where nobody here can list them. What
   * the inputs leave open (`UNKNOWN`, absent) narrows nothing.
   */
  list(type: string, inputs: PropertyMap): Promise<readonly Live[] | undefined>;
  /** Which of these ids exist, by URN; left out where the answer is neither yes nor no. */
  prove(asked: readonly Proof[]): Promise<ReadonlyMap<string, boolean>>;
}

export interface Proof {
  wanted: Wanted;
  /** As the provider imports it. */
  id: string;
}

/** Where the accounts are, for what a stack says once instead of with each resource. */
export interface Account {
  /** Slug or id of the Vercel team. */
  vercelTeam?: string | undefined;
  awsRegion?: string | undefined;
  /** Organization or user on GitHub. */
  githubOwner?: string | undefined;
}

/** What a person says of what cannot be told from here: by URN or logical name. */
export interface Said {
  /** It is this one. */
  choose: Readonly<Record<string, string>>;
  /** It does not exist. */
  fresh: readonly string[];
  /** Generated values that are in use, by the resource that would generate another. Secret. */
  values: ReadonlyMap<string, string>;
}

/** A declared resource, and the live thing that it is. */
export interface Adoption {
  wanted: Wanted;
  /** As the provider imports it. */
  id: string;
  live: Live;
  /** Its value, given by a person since it exists nowhere outside a state. Secret. */
  value?: string;
}

/** Why nothing was decided for a resource. */
export interface Undecided {
  wanted: Wanted;
  why: "several" | "taken" | "untold";
  /** Several: the candidates. Taken: the one that another resource is, too. */
  choices: readonly Live[];
}

/** A live thing that nothing declares. */
export interface Foreign extends Live {
  type: string;
  /** Logical name of what it is a part of. */
  of: string;
}

export interface AdoptionPlan {
  adopt: readonly Adoption[];
  /** Not found: the next update makes it. */
  create: readonly Wanted[];
  /** Cannot be adopted, each with what happens instead. */
  anew: readonly { wanted: Wanted; says: string }[];
  undecided: readonly Undecided[];
  foreign: readonly Foreign[];
  /** In the state already. */
  known: readonly Wanted[];
}
