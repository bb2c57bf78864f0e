import { Metadata, type sendUnaryData, type ServerUnaryCall, status } from "@grpc/grpc-js";
import { Refusal } from "../cloud/refusal";
import { Abandoned } from "../faults/strike";

/** Tells of a mistake of ours: goes to the daemon's log. Never given a property's value. */
export type Complain = (where: string, error: unknown) => void;

/** Who waits for an answer. */
export class Caller {
  #isGone = false;
  #controller: AbortController | undefined;

  constructor(call: { on(event: "cancelled", listener: () => void): unknown }) {
    call.on("cancelled", () => {
      this.#isGone = true;
      this.#controller?.abort();
    });
  }

  /** Aborts when the caller gives up or its connection breaks. Made when asked for: every call has an end, few wait. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#isGone) this.#controller.abort();
    return this.#controller.signal;
  }
}

/** Turns a function that answers or throws into a gRPC method. */
export function unary<Request, Response>(
  method: string,
  complain: Complain,
  answer: (request: Request, caller: Caller) => Response | Promise<Response>,
): (call: ServerUnaryCall<Request, Response>, reply: sendUnaryData<Response>) => void {
  return (call, reply) => {
    const caller = new Caller(call);
    Promise.resolve()
      .then(() => answer(call.request, caller))
      .then((response) => reply(null, response))
      .catch((error: unknown) => reply(failure(method, complain, error)));
  };
}

/** The vendor's refusals go through as the bridge sends them; anything else is a bug of the sandbox and says so. */
function failure(method: string, complain: Complain, error: unknown) {
  const metadata = new Metadata();
  if (error instanceof Refusal) return { code: status.UNKNOWN, details: error.message, metadata };
  if (error instanceof Abandoned) {
    return { code: status.CANCELLED, details: error.message, metadata };
  }
  complain(method, error);
  const details = `the sandbox failed in ${method}; its log (sandbox/daemon.log) says where`;
  return { code: status.INTERNAL, details, metadata };
}
