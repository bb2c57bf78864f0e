import * as sandbox from "../../sandbox/client";
import { type Context, type ExitCode, cloudFolder } from "../context";
import { say } from "../view/say";

/** As written on the command line; the sandbox itself judges the words. */
export interface FaultFlags {
  mode: string;
  type: string;
  operation: string;
  nth: number;
  when: string;
  stack?: string;
  delay?: number;
  message?: string;
  status?: number;
}

/** Makes the n-th operation on a type go wrong, once. */
export async function armFault(context: Context, flags: FaultFlags): Promise<ExitCode> {
  const { operation, delay, ...rest } = flags;
  const fault = { ...rest, op: operation, delayMs: delay } as sandbox.Fault;
  const armed = await sandbox.armFault(cloudFolder(context), fault);
  say(context, `armed: ${faultText(armed)}`, { armed });
  return 0;
}

export function listFaults(context: Context): Promise<ExitCode> {
  const faults = sandbox.listFaults(cloudFolder(context));
  say(context, faults.map(faultText).join("\n") || "no fault is armed", { faults });
  return Promise.resolve(0);
}

export async function clearFaults(context: Context): Promise<ExitCode> {
  const cleared = await sandbox.clearFaults(cloudFolder(context));
  say(context, `disarmed ${cleared}`, { cleared });
  return 0;
}

function faultText(fault: sandbox.ArmedFault): string {
  const { id, mode, when, op, nth, seen, type, stack, status } = fault;
  const how = status === undefined ? mode : `${mode} with ${status}`;
  const where = stack ? ` of stack ${stack}` : "";
  return `${id}  ${how} ${when} ${op} ${nth} of ${type}${where} (${seen} seen)`;
}
