import type { Sifted } from "./ignored";
import type { Unseen } from "./unseen";

/** What a comparison of the state with the providers came to. */
export interface Drift extends Sifted {
  stack: string;
  /** How many resources were read. */
  resources: number;
  unseen: Unseen[];
}
