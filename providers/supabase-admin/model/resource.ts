import { type PropertyMap } from "../../../core/value";
import { type Api } from "../api";

/** What a property may hold; one table serves the check, the diff and the schema. */
export interface Property {
  type: "string" | "integer" | "boolean" | "strings" | "object" | "policies";
  /** Unit, range and source, for the schema. */
  description: string;
  required?: true;
  /** A change makes a new object. */
  replaces?: true;
  default?: boolean | string;
  oneOf?: readonly string[];
  pattern?: RegExp;
  minimum?: number;
  maximum?: number;
}

export type Properties = Readonly<Record<string, Property>>;

/** An object as the API tells of it. */
export interface Existing {
  id: string;
  /** Inputs by their names here, as they stand there; what the API does not tell is absent. */
  inputs: PropertyMap;
  outputs: PropertyMap;
}

export interface Known {
  id: string;
  /** As the program last gave them; empty on an import. */
  inputs: PropertyMap;
}

/** One resource type: its words, and the calls that make it so. Values are in clear here. */
export interface AdminResource {
  /** Type token. */
  type: string;
  description: string;
  inputs: Properties;
  /** What only the API knows. */
  outputs: Properties;
  /** Given at least one of these, the resource does something. */
  atLeastOne?: readonly string[];
  /** Two cannot exist side by side: the old one goes first. */
  deleteBeforeReplace?: true;
  /** The id, where the inputs say it. */
  idOf?: (inputs: PropertyMap) => string;
  /** Makes it, or adopts what an earlier attempt left. */
  create: (api: Api, inputs: PropertyMap) => Promise<Existing>;
  /** Undefined when it is gone. */
  read: (api: Api, known: Known) => Promise<Existing | undefined>;
  update: (api: Api, known: Known, news: PropertyMap) => Promise<Existing>;
  /** What is gone already is no error. */
  delete: (api: Api, known: Known) => Promise<void>;
}

/** Every resource belongs to one project. */
export const projectRef: Property = {
  type: "string",
  description: "Reference of the project: the `id` of a `supabase.Project`. A change replaces.",
  required: true,
  replaces: true,
  pattern: /^[a-z0-9]{20}$/,
};

/** A text input; empty where it is absent. */
export function text(inputs: PropertyMap, name: string): string {
  const value = inputs[name];
  return typeof value === "string" ? value : "";
}
