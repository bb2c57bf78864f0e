import type { Rule } from "../rule";
import { awsTagsComplete } from "../rules/hygiene/aws-tags-complete";
import { hostGapsAccepted } from "../rules/hygiene/host-gaps-accepted";
import { imagesPinned } from "../rules/hygiene/images-pinned";
import { inputsNotDeprecated } from "../rules/hygiene/inputs-not-deprecated";
import { namesTellStack } from "../rules/hygiene/names-tell-stack";
import { sharedDeclaredByOwner } from "../rules/hygiene/shared-declared-by-owner";
import { typesJudged } from "../rules/hygiene/types-judged";
import { typesNotDeprecated } from "../rules/hygiene/types-not-deprecated";

export const hygieneRules = [
  awsTagsComplete,
  hostGapsAccepted,
  imagesPinned,
  inputsNotDeprecated,
  namesTellStack,
  sharedDeclaredByOwner,
  typesJudged,
  typesNotDeprecated,
] as const satisfies readonly Rule[];
