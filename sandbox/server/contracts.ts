import type * as check from "../check";

/** What the installed SDKs and the documented value rules say about inputs. Values come in clear, unknowns marked. */
export type Contracts = Pick<
  typeof check,
  "contractOf" | "functionContract" | "checkInputs" | "normalizeInputs" | "diffInputs"
>;
