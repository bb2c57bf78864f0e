import { accessRules } from "./families/access";
import { budgetRules } from "./families/budget";
import { dataRules } from "./families/data";
import { headersRules } from "./families/headers";
import { httpsRules } from "./families/https";
import { hygieneRules } from "./families/hygiene";
import { observabilityRules } from "./families/observability";
import { recoveryRules } from "./families/recovery";
import { repositoryRules } from "./families/repository";
import { secretsRules } from "./families/secrets";
import { stackRules } from "./families/stack";
import type { Rule } from "./rule";

/** Every rule by family, in the order in which reports and docs list them. */
export const families = {
  access: accessRules,
  budget: budgetRules,
  data: dataRules,
  headers: headersRules,
  https: httpsRules,
  hygiene: hygieneRules,
  observability: observabilityRules,
  recovery: recoveryRules,
  repository: repositoryRules,
  secrets: secretsRules,
  stack: stackRules,
} as const satisfies Readonly<Record<string, readonly Rule[]>>;

/** Every rule, sorted by id. */
export const catalogue: readonly Rule[] = Object.values<readonly Rule[]>(families)
  .flat()
  .sort((a, b) => (a.id < b.id ? -1 : 1));
