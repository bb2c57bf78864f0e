import type { PropertyMap } from "./value";

/** Where in the program's source a resource was declared. Lines and columns count from 1. */
export interface SourcePlace {
  file: string;
  line: number;
  column: number;
}

/**
 * A resource as the program declared it, the same whichever host collected it: the offline run, the
 * policy pack inside the engine, or an existing state. URNs equal the engine's.
 */
export interface DeclaredResource {
  urn: string;
  /** Type token: `vercel:index/project:Project`, `groundwork:hosting:HostingProject`. */
  type: string;
  /** Logical name: the last part of the URN. */
  name: string;
  /** False for components and the stack itself, true for what a provider manages. */
  custom: boolean;
  parent?: string;
  protect: boolean;
  inputs: PropertyMap;
  /** Components: what `registerOutputs` said. Present only where the host knows it. */
  outputs?: PropertyMap;
  /** For each input property the URNs it was computed from; complete at preview even when values are not. */
  propertyDependencies: Readonly<Record<string, readonly string[]>>;
  /** Paths of inputs that are secret (`"databasePassword"`, `"variables[0].value"`); known offline only. */
  secrets?: readonly string[];
  /** Known offline only: neither a policy nor an engine event carries it. */
  place?: SourcePlace;
}
