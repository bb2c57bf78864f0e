import { type Step } from "./progress.mjs";
import { type Environment, type ProjectPlaces } from "./places";

/** What a way of getting the engine works with. */
export interface SourceContext {
  env: Environment;
  project: ProjectPlaces;
  /** For the line that people watch. */
  step: Step;
  /** Tells of a process that goes on when this one is killed. */
  share: (pid: number) => void;
}

/** A way of getting the engine to where the npm package looks for it. */
export interface EngineSource {
  /** What people read while it works, for example "Downloading the Pulumi engine 3.259.0". */
  label: string;
  /** How long to expect. */
  hint: string;
  /** Undefined when the engine now is in its place, else why not. */
  obtain(context: SourceContext): Promise<string | undefined>;
}
