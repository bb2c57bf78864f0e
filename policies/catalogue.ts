import type { Rule } from "./rule";
export const catalogue: readonly Rule[] = [];
