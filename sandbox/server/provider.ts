import { type FaultOperation } from "../faults/fault";
import { type Target } from "../../rpc/target";
import { type ServedPackage } from "./packages";
import { type Caller, type Complain } from "./respond";
import { type Services } from "./services";

/** What the methods of one provider server share. */
export interface Provider {
  served: ServedPackage;
  services: Services;
  complain: Complain;
  /** Runs an operation under the faults armed for its stack. */
  guarded: <T>(op: FaultOperation, target: Target, caller: Caller, effect: () => T) => Promise<T>;
}
