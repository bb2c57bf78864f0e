import type { Rule } from "../rule";
import { publicHostChecked } from "../rules/observability/public-host-checked";

export const observabilityRules = [publicHostChecked] as const satisfies readonly Rule[];
