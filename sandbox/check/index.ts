/** What the real providers would say to a resource's inputs: pure functions over values, for servers and tests. */
export { contractOf, functionContract } from "../contract/contract";
export { checkArguments, checkConfig } from "./config";
export { coverage, servedPackages } from "./coverage";
export { normalizeInputs } from "./defaults";
export { diffInputs } from "./diff";
export type { DiffKind, InputDiff } from "./diff";
export type { CheckFailure } from "./failure";
export { checkInputs } from "./inputs";
