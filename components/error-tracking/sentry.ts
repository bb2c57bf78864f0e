import type * as pulumi from "@pulumi/pulumi";
import * as sentry from "@pulumiverse/sentry";
import { child, type Component, type Transform } from "../component";
import type { AlertSpec, SentrySpec } from "./sentry-spec";

/** The last word on each child. */
export interface SentryTransforms {
  /** The team, where one is made. */
  team?: Transform<sentry.SentryTeamArgs> | undefined;
  /** The project that errors go to. */
  project?: Transform<sentry.SentryProjectArgs> | undefined;
  /** The key that the app sends with. */
  key?: Transform<sentry.SentryKeyArgs> | undefined;
  /** Called for each rule about errors. */
  alert?: Transform<sentry.SentryIssueAlertArgs> | undefined;
}

/** Outputs that hold the address: the SDK leaves them in clear, and so would the state. */
const sealed = ["dsnPublic", "dsnCsp"];

interface Team {
  slug: pulumi.Output<string>;
  /** Number by which alerts call it. */
  number: pulumi.Output<string>;
}

// Requirement: ALRT-06, CONF-01
/** Team, project, key and rules; answers the address that errors are sent to, which is secret. */
export function declareSentry(
  parent: Component,
  spec: SentrySpec,
  transforms: SentryTransforms,
): pulumi.Output<string> {
  const { organization, project: slug, platform, protect, alerts } = spec;
  const team = teamOf(parent, spec, transforms);
  const args: sentry.SentryProjectArgs = {
    organization,
    name: slug,
    slug,
    platform,
    teams: [team.slug],
  };
  const project = new sentry.SentryProject(
    ...child(parent, "project", args, { transform: transforms.project, protect }),
  );
  for (const alert of alerts) {
    const alertArgs = alertOf(alert, { organization, project: project.slug, team });
    new sentry.SentryIssueAlert(
      ...child(parent, alert.role, alertArgs, { transform: transforms.alert }),
    );
  }
  const keyArgs: sentry.SentryKeyArgs = { organization, project: project.slug, name: "app" };
  const opts = { transform: transforms.key, additionalSecretOutputs: sealed };
  return new sentry.SentryKey(...child(parent, "key", keyArgs, opts)).dsnPublic;
}

/** The team that is there, or one of this stack's own. */
function teamOf(parent: Component, spec: SentrySpec, transforms: SentryTransforms): Team {
  const { organization, existingTeam, project } = spec;
  if (existingTeam !== undefined) {
    const found = sentry.getSentryTeamOutput({ organization, slug: existingTeam }, { parent });
    return { slug: found.slug, number: found.internalId };
  }
  const args: sentry.SentryTeamArgs = { organization, name: project, slug: project };
  const made = new sentry.SentryTeam(
    ...child(parent, "team", args, { transform: transforms.team }),
  );
  return { slug: made.slug, number: made.internalId };
}

interface Place {
  organization: string;
  project: pulumi.Output<string>;
  team: Team;
}

function alertOf(
  { title, frequency, conditions }: AlertSpec,
  { organization, project, team }: Place,
): sentry.SentryIssueAlertArgs {
  const mail = {
    id: "sentry.mail.actions.NotifyEmailAction",
    targetType: "Team",
    targetIdentifier: team.number,
  };
  return {
    ...{ organization, project, name: title, frequency, conditions },
    actionMatch: "any",
    filterMatch: "all",
    actions: [mail],
  };
}
