import {
  errorNotifier,
  idleSentryFault,
  sentryGaps,
  sentryPartyFault,
  sentryProjectKeys,
  sentrySlug,
  sentrySlugWords,
  sentryVariableFault,
} from "../../catalogue/error-tracking";
import type { Problem } from "../../core/errors";
import type { DatabaseErrorSettings, ErrorTrackingSettings, SentryErrorSettings } from "./args";

// Requirement: CONF-01, ALRT-06, ALRT-07
/** Parts of the tracker that was not chosen, and missing parts of the one that was; paths count from the args. */
export function errorTrackingProblems(args: ErrorTrackingSettings): Problem[] {
  return args.kind === "database" ? databaseProblems(args) : sentryProblems(args);
}

function databaseProblems({
  variables = [],
  thirdParties = [],
  functionSecrets = [],
  mail,
}: DatabaseErrorSettings): Problem[] {
  return [
    ...variables.flatMap((name, at) => under(`variables[${at}]`, sentryVariableFault(name))),
    ...thirdParties.flatMap((party, at) => under(`thirdParties[${at}]`, sentryPartyFault(party))),
    ...(mail ? mailProblems(mail, functionSecrets) : []),
  ];
}

function mailProblems(
  { to }: NonNullable<DatabaseErrorSettings["mail"]>,
  functionSecrets: readonly string[],
): Problem[] {
  const { secret } = errorNotifier;
  const key = functionSecrets.includes(secret)
    ? undefined
    : { found: `no ${secret}`, allowed: `${secret}, which the mail is sent with` };
  const nobody = to.length > 0 ? undefined : { found: "nobody", allowed: "1 to 50 addresses" };
  return [...under("functionSecrets", key), ...under("mail.to", nobody)];
}

function sentryProblems(args: SentryErrorSettings): Problem[] {
  const { variables = [], thirdParties = [] } = args;
  const gaps = sentryGaps({ variables, thirdParties }).map(({ among, name: _, ...fault }) => ({
    where: { path: among },
    ...fault,
  }));
  return [...gaps, ...idleProblems(args), ...rangeProblems(args)];
}

/** What is said of a project that nobody declares would silently change nothing. */
function idleProblems(args: SentryErrorSettings): Problem[] {
  if (args.organization !== undefined) return [];
  return sentryProjectKeys
    .filter((key) => args[key] !== undefined)
    .flatMap((key) => under(key, idleSentryFault));
}

function rangeProblems({
  tracesSampleRate: rate,
  project,
  alerts,
}: SentryErrorSettings): Problem[] {
  const { frequencyMinutes, eventsPerHour } = alerts || {};
  return [
    ...numberProblems("tracesSampleRate", rate, { min: 0, max: 1 }),
    ...numberProblems("alerts.frequencyMinutes", frequencyMinutes, { min: 5, max: 43_200 }),
    ...numberProblems("alerts.eventsPerHour", eventsPerHour, { min: 1, max: 1_000_000 }),
    ...(project === undefined || sentrySlug.test(project)
      ? []
      : under("project", { found: project, allowed: sentrySlugWords })),
  ];
}

function numberProblems(
  path: string,
  value: number | undefined,
  { min, max }: { min: number; max: number },
): Problem[] {
  if (value === undefined || (value >= min && value <= max)) return [];
  return under(path, { found: `${value}`, allowed: `${min} to ${max}` });
}

function under(path: string, fault: Omit<Problem, "where"> | undefined): Problem[] {
  return fault ? [{ where: { path }, ...fault }] : [];
}
