import {
  errorNotifier,
  type ErrorTrackingFault,
  idleSentryFault,
  sentryDsn,
  sentryGaps,
  sentryPartyFault,
  sentryProjectKeys,
  sentryVariableFault,
} from "../../catalogue/error-tracking";
import { functionSecretsOf, toldVariables } from "../derived/error-tracking";
import { declaresSentry } from "../derived/sentry";
import { type PathStep } from "../path";
import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";

// Requirement: CONF-01, ALRT-06, ALRT-07
/** Parts of the tracker that was not chosen, and missing parts of the one that was. */
export function errorConflicts(file: FileSettings): SettingsProblem[] {
  const { errorTracking: { kind } = { kind: "database" } } = file;
  return kind === "database"
    ? [...leftOvers(file), ...mailProblems(file)]
    : [...gaps(file), ...plainAddress(file), ...sentryProjectProblems(file)];
}

/** Everything of Sentry's that would reach the product. What jobs of GitHub read is theirs. */
function leftOvers({ hosting, services = {}, secretRegistry = {}, database }: FileSettings) {
  const named: [name: string, steps: PathStep[]][] = [
    ...keys(hosting.variables, ["hosting", "variables"]),
    ...Object.entries(secretRegistry)
      .filter(([, { destinations = {} }]) =>
        Object.keys(destinations).some((to) => to !== "github"),
      )
      .map(([name]): [string, PathStep[]] => [name, ["secretRegistry", name]]),
    ...keys(database.functionSecrets, ["database", "functionSecrets"]),
    ...Object.entries(services).flatMap(([service, { env, secrets = [] }]) => [
      ...keys(env, ["services", service, "env"]),
      ...secrets.map((name, at): [string, PathStep[]] => [
        name,
        ["services", service, "secrets", at],
      ]),
    ]),
  ];
  return [
    ...named.flatMap(([name, steps]) => placed(sentryVariableFault(name), steps)),
    ...(hosting.thirdParties ?? []).flatMap((party, at) =>
      placed(sentryPartyFault(party), ["hosting", "thirdParties", at]),
    ),
  ];
}

function mailProblems(file: FileSettings): SettingsProblem[] {
  const { errorTracking } = file;
  if (errorTracking?.kind !== "database" || !errorTracking.mail) return [];
  const { secret } = errorNotifier;
  if (functionSecretsOf(file).includes(secret)) return [];
  return [
    {
      path: filePath(["errorTracking", "mail"]),
      found: `no ${secret} for the edge function that mails`,
      allowed: `the secret ${secret} in groundwork:secretRegistry`,
      fix: "register it with source: required and destinations: { edgeFunctions: true }",
    },
  ];
}

function gaps(file: FileSettings): SettingsProblem[] {
  const { thirdParties = [] } = file.hosting;
  return sentryGaps({ variables: toldVariables(file), thirdParties }).map(
    ({ among, name: _, ...fault }) => ({
      path: filePath(["hosting", among]),
      ...fault,
    }),
  );
}

/** One project, and one address: of the stack's own making, or of a person's. */
function sentryProjectProblems(file: FileSettings): SettingsProblem[] {
  const { errorTracking: errors, secretRegistry = {}, secrets = {} } = file;
  if (errors?.kind !== "sentry") return [];
  if (!declaresSentry(file)) {
    const idle = sentryProjectKeys.filter((key) => errors[key] !== undefined);
    return idle.flatMap((key) => placed(idleSentryFault, ["errorTracking", key]));
  }
  const twice = [...keys(secretRegistry, ["secretRegistry"]), ...keys(secrets, ["secrets"])];
  return twice
    .filter(([name]) => name === sentryDsn)
    .flatMap(([, steps]) => placed(secondAddress, steps));
}

const secondAddress: ErrorTrackingFault = {
  found: "an address beside that of the stack's own project",
  allowed: "one address for the errors of a stack",
  fix: "take it out, or take groundwork:errorTracking.organization out",
};

/** The address is sealed like every secret, though browsers read it: who has it can send errors in our name. */
function plainAddress({ hosting: { variables = {} } }: FileSettings): SettingsProblem[] {
  return Object.entries(variables)
    .filter(([key, value]) => key.endsWith("SENTRY_DSN") && typeof value === "string")
    .map(([key]) => ({
      path: filePath(["hosting", "variables", key]),
      found: "plain text",
      allowed: "{ secret: SENTRY_DSN }, or a registered secret with the destination vercel",
      fix: "remove it, and register SENTRY_DSN in groundwork:secretRegistry",
    }));
}

function keys(record: object = {}, steps: PathStep[]): [string, PathStep[]][] {
  return Object.keys(record).map((name) => [name, [...steps, name]]);
}

function placed(fault: ErrorTrackingFault | undefined, steps: PathStep[]): SettingsProblem[] {
  return fault ? [{ path: filePath(steps), ...fault }] : [];
}
