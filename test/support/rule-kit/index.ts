/**
 * What tests of rules are made of: docs/guides/rules.md shows it at work. It needs no test runner, and is there for rules
 * of your own as `groundwork/rule-kit`.
 */
export {
  type RouteChange,
  compliantHeaders,
  headersRoute,
  headersWith,
  profile,
  profileInputs,
  removal,
  supabaseProject,
  vercelProject,
} from "./baseline";
export { judgeThroughEngine } from "./engine";
export { type Diagnostic, type EngineResource, engineFor } from "./engine-calls";
export { type JudgeOptions, brief, judge, places } from "./judge";
export {
  type Add,
  type Added,
  type Declaration,
  type Input,
  type Mode,
  Output,
  modes,
  stackIn,
  text,
} from "./modes";
export { resource, root, today } from "./resources";
