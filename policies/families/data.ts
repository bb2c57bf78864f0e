import type { Rule } from "../rule";
import { functionRegionsAllowed } from "../rules/data/function-regions-allowed";

export const dataRules = [functionRegionsAllowed] as const satisfies readonly Rule[];
