/* What a rule of your own is written with: `groundwork/rules`. The catalogue's rules use the same. */
export type { AppliedWaiver, Level, ResultState, RuleResult, Severity } from "../core/finding";
export type { DeclaredResource } from "../core/resource";
export { tokens } from "../core/tokens";
export {
  type PropertyMap,
  type Reading,
  type Value,
  UNKNOWN,
  holdsUnknown,
  isPropertyMap,
  readProperty,
} from "../core/value";
export { catalogue, families } from "./catalogue";
export { type PackOptions, enginePolicies } from "./engine";
export { providerTypes } from "./lib/provider-types";
export {
  type Answer,
  type Answers,
  type Evidence,
  type Reference,
  type ResourceRule,
  type Rule,
  type RuleContext,
  type StackRule,
  defineRule,
  fail,
  notApplicable,
  pass,
  unknown,
} from "./rule";
export { run } from "./run";
export type { StackView } from "./stack-view";
