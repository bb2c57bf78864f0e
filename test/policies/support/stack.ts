/* What tests of the catalogue's own rules take from the rule kit. */
export {
  type RouteChange,
  brief,
  compliantHeaders,
  headersRoute,
  headersWith,
  judge,
  places,
  profile,
  profileInputs,
  removal,
  resource,
  root,
  supabaseProject,
  today,
  vercelProject,
} from "../../support/rule-kit";
