import {
  errorNotifier,
  sentryGaps,
  sentryPartyFault,
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

function sentryProblems({ variables = [], thirdParties = [] }: SentryErrorSettings): Problem[] {
  return sentryGaps({ variables, thirdParties }).map(({ among, name: _, ...fault }) => ({
    where: { path: among },
    ...fault,
  }));
}

function under(path: string, fault: Omit<Problem, "where"> | undefined): Problem[] {
  return fault ? [{ where: { path }, ...fault }] : [];
}
