import { type PropertyMap, type Value } from "../../core/value";
import { type LedgerObject } from "../ledger/record";
import { type Account } from "./account";

/** What a resource type may look at when it computes its outputs. Values are in clear here, and stay here. */
export interface Order {
  urn: string;
  /** Logical name: the last part of the URN. */
  name: string;
  /** As `Check` answered them; in a preview they may hold unknowns. */
  inputs: PropertyMap;
  account: Account;
  cloud: CloudView;
}

/** The rest of the cloud, for references and for functions. */
export interface CloudView {
  find(type: string, id: string): LedgerObject | undefined;
  holderOf(claim: string): LedgerObject | undefined;
  /** Every object of a type, oldest first. */
  all(type: string): readonly LedgerObject[];
  /** Forty hex digits that are always the same for this cloud and this label, and that nobody else can compute. */
  derive(label: string): string;
  /** A file of the project, by its path from the folder of Pulumi.yaml; undefined when there is none. */
  readFile(path: string): Buffer | undefined;
}

/** Something that exists once in an account, whichever stack holds it. */
export interface Claim {
  key: string;
  /** What the vendor answers to a second one. */
  refusal: string;
}

/** Another object that must exist first. */
export interface Need {
  type: string;
  id: Value | undefined;
  /** What the vendor answers when it does not. */
  refusal: string;
}

export type Change = "create" | "update" | "delete";

/** How the sandbox cloud makes one resource type. Outputs are the inputs, and what is said here on top. */
export interface CloudResource {
  /** Type token. */
  readonly type: string;
  /** What the vendor fills in when the program leaves it out. Unknown in the preview of a create. */
  readonly defaults?: PropertyMap;
  /** What only the vendor knows, computed by `create`. Unknown in the preview of a create, kept by an update. */
  readonly computed?: readonly string[];
  /** What follows from inputs and account alone: known in a preview too, computed again by an update. */
  readonly derive?: (order: Order) => PropertyMap;
  /** Without a `name` the bridge makes `<logical name>-<7 hex>`. */
  readonly autonamed?: boolean;
  /** Outputs of `derive` whose change is an update though no input has changed: what follows from files. */
  readonly watched?: readonly string[];
  /** What the provider keeps in the engine's state alone: an import, which has none yet, does not get it back. */
  readonly unread?: readonly string[];
  readonly claims?: (order: Order) => readonly Claim[];
  readonly needs?: (order: Order) => readonly Need[];
  /** What the vendor answers to a change that something else stands in the way of; undefined when nothing does. */
  readonly forbids?: (order: Order, change: Change) => string | undefined;
  readonly create: (order: Order) => Made;
  /** Outputs that open something though the SDK does not mark them: the ledger keeps their digests alone. */
  readonly credentials?: readonly string[];
  /** Nothing exists outside the engine's state (all of `random`): the ledger never hears of it. */
  readonly stateOnly?: boolean;
  /** The provider keeps its old state when the object is gone, and notices nothing on a refresh. */
  readonly goneUnnoticed?: boolean;
  /** Other objects that go when the object of this id goes. */
  readonly takes?: (other: LedgerObject, id: string, object: LedgerObject) => boolean;
}

export interface Made {
  id: string;
  /** Each name of `computed`. */
  outputs?: PropertyMap;
}

/** A data source: its result from its arguments. Unknown arguments never reach it. */
export interface CloudFunction {
  /** Function token: `aws:index/getRegion:getRegion`. */
  readonly token: string;
  /** Results that the provider marks secret, or that must be treated so. */
  readonly secrets?: readonly string[];
  readonly call: (order: Omit<Order, "urn" | "name">) => PropertyMap;
}
