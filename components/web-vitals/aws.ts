import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import { document, type PolicyDocument } from "../policy-document";
import { tagsOf } from "../tags";
import type { WebVitalsSpec } from "./spec";

/** The last word on each child. */
export interface WebVitalsTransforms {
  /** The app monitor. */
  monitor?: Transform<aws.rum.AppMonitorArgs> | undefined;
  /** The pool that guests get credentials from. */
  guests?: Transform<aws.cognito.IdentityPoolArgs> | undefined;
  /** The role of guests. */
  role?: Transform<aws.iam.RoleArgs> | undefined;
  /** What the role may do. */
  rights?: Transform<aws.iam.RolePolicyArgs> | undefined;
  /** That guests get the role. */
  roles?: Transform<aws.cognito.IdentityPoolRoleAttachmentArgs> | undefined;
}

interface Site {
  parent: Component;
  spec: WebVitalsSpec;
  transforms: WebVitalsTransforms;
}

/** What the app's client needs; all of it public. */
export interface WebVitalsClient {
  appMonitorId: pulumi.Output<string>;
  identityPoolId: pulumi.Output<string>;
}

// Requirement: ALRT-17
/**
 * The app monitor, and what lets browsers without an account send to it: guests of an identity pool, by its enhanced flow
 * alone, in which Cognito itself narrows what the role may do. A policy on the monitor would do without both; the provider
 * has no resource for it.
 */
export function declareMonitor(site: Site): WebVitalsClient {
  const { parent, spec, transforms } = site;
  const tags = tagsOf(spec, "web");
  const poolArgs: aws.cognito.IdentityPoolArgs = {
    ...{ identityPoolName: spec.name, tags },
    allowUnauthenticatedIdentities: true,
    allowClassicFlow: false,
  };
  const pool = new aws.cognito.IdentityPool(
    ...child(parent, "guests", poolArgs, { transform: transforms.guests }),
  );
  // Without guestRoleArn: with it, the client takes the classic flow.
  const monitorArgs: aws.rum.AppMonitorArgs = {
    ...{ name: spec.name, domainLists: [...spec.domains].sort(), tags },
    appMonitorConfiguration: {
      allowCookies: spec.cookies,
      enableXray: spec.tracing,
      identityPoolId: pool.id,
      sessionSampleRate: spec.sampleRate,
      telemetries: spec.telemetries,
    },
    customEvents: { status: spec.customEvents ? "ENABLED" : "DISABLED" },
    cwLogEnabled: spec.keepLogs,
  };
  const monitor = new aws.rum.AppMonitor(
    ...child(parent, "", monitorArgs, { transform: transforms.monitor }),
  );
  declareGuests(site, pool.id);
  return { appMonitorId: monitor.appMonitorId, identityPoolId: pool.id };
}

/** Guests may send to this app monitor, and nothing else. Both documents are known at preview, where rules read them. */
function declareGuests({ parent, spec, transforms }: Site, poolId: pulumi.Output<string>): void {
  const roleArgs: aws.iam.RoleArgs = {
    name: spec.name,
    description: `Browsers send what they measure of ${spec.product}, ${spec.tier}`,
    assumeRolePolicy: JSON.stringify(trustOfGuests),
    tags: tagsOf(spec, "web"),
  };
  const role = new aws.iam.Role(...child(parent, "role", roleArgs, { transform: transforms.role }));
  const rightsArgs: aws.iam.RolePolicyArgs = {
    ...{ name: "send", role: role.name },
    policy: JSON.stringify(rightsOfGuests(spec)),
  };
  new aws.iam.RolePolicy(...child(parent, "rights", rightsArgs, { transform: transforms.rights }));
  const rolesArgs: aws.cognito.IdentityPoolRoleAttachmentArgs = {
    identityPoolId: poolId,
    roles: { unauthenticated: role.arn },
  };
  new aws.cognito.IdentityPoolRoleAttachment(
    ...child(parent, "roles", rolesArgs, { transform: transforms.roles }),
  );
}

/**
 * Guests of pools of this account. Without a condition on the pool (`aud`, which no preview knows) STS lets no pool of
 * another account in: it wants both. And guests of another pool of ours could do what every visitor may.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools-security-best-practices.html
 */
const trustOfGuests: PolicyDocument = document({
  Effect: "Allow",
  Principal: { Federated: "cognito-identity.amazonaws.com" },
  Action: "sts:AssumeRoleWithWebIdentity",
  Condition: {
    "ForAnyValue:StringEquals": { "cognito-identity.amazonaws.com:amr": "unauthenticated" },
  },
});

/** App monitors of other accounts take nothing from this one: `*` is this account. */
function rightsOfGuests({ region, name }: WebVitalsSpec): PolicyDocument {
  const Resource = `arn:aws:rum:${region}:*:appmonitor/${name}`;
  return document({ Effect: "Allow", Action: "rum:PutRumEvents", Resource });
}
