import { Refusal } from "../cloud/refusal";
import { type ArmedFault } from "./fault";

/** The caller went away, or the provider died, while a fault held the call. Nothing more is done for it. */
export class Abandoned extends Error {
  override readonly name = "Abandoned";
}

export interface Hold {
  /** Its signal aborts when the caller is gone. */
  caller: { readonly signal: AbortSignal };
  /** Kills the provider that serves the call. */
  exit: () => void;
}

const defaultDelayMs = 1_000;

/** Runs an operation with the fault that strikes it, if any, before or after its effect. */
export async function withFault<T>(
  fault: ArmedFault | undefined,
  hold: Hold,
  effect: () => T,
): Promise<T> {
  if (fault?.when === "before") await strike(fault, hold);
  const result = effect();
  if (fault?.when === "after") await strike(fault, hold);
  return result;
}

async function strike(fault: ArmedFault, { caller, exit }: Hold): Promise<void> {
  switch (fault.mode) {
    case "fail":
      throw new Refusal(fault.message ?? `fault ${fault.id}: ${fault.op} of ${fault.type} failed`);
    case "delay":
      return wait(caller.signal, fault.delayMs ?? defaultDelayMs);
    case "drop-reply":
      return wait(caller.signal);
    case "exit":
      exit();
      return wait(caller.signal);
  }
}

/** Waits that long, or for ever; throws `Abandoned` when nobody waits for the answer any more. */
function wait(signal: AbortSignal, milliseconds?: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
    const abandon = () => {
      clearTimeout(timer);
      reject(new Abandoned("the caller is gone"));
    };
    if (signal.aborted) abandon();
    else signal.addEventListener("abort", abandon, { once: true });
  });
}
