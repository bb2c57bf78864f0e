import type * as pulumi from "@pulumi/pulumi";
import * as vercel from "@pulumiverse/vercel";
import { child, type Component, type Transform } from "../component";
import type { PlatformSpec } from "./platform";

/** The last word on each kind of child that the platform settings declare. */
export interface PlatformTransforms {
  /** Called for each custom environment. */
  customEnvironment?: Transform<vercel.CustomEnvironmentArgs> | undefined;
  /** How long deployments are kept. */
  deploymentRetention?: Transform<vercel.ProjectDeploymentRetentionArgs> | undefined;
  /** The stages of a production deployment. */
  rollingRelease?: Transform<vercel.ProjectRollingReleaseArgs> | undefined;
  /** The one firewall configuration of the project. */
  firewall?: Transform<vercel.FirewallConfigArgs> | undefined;
  /** The log drain. */
  logDrain?: Transform<vercel.LogDrainArgs> | undefined;
  /** The webhook. */
  webhook?: Transform<vercel.WebhookArgs> | undefined;
  /** Whether cron jobs run. */
  crons?: Transform<vercel.ProjectCronsArgs> | undefined;
  /** Called for each feature flag. */
  featureFlag?: Transform<vercel.FeatureFlagDefinitionArgs> | undefined;
  /** Called for what each feature flag serves. */
  featureFlagConfig?: Transform<vercel.FeatureFlagConfigArgs> | undefined;
}

interface Place {
  parent: Component;
  projectId: pulumi.Output<string>;
}

/** Declares what the project has beside its build, hosts, variables and headers. Answers ids of custom environments by name. */
export function declarePlatform(
  place: Place,
  spec: PlatformSpec,
  transforms: PlatformTransforms,
): Map<string, pulumi.Output<string>> {
  declareReleases(place, spec, transforms);
  declareFirewall(place, spec, transforms);
  declareReports(place, spec, transforms);
  declareFlags(place, spec, transforms);
  return declareEnvironments(place, spec, transforms);
}

/** A name exists once in a project, so that a replacement must go before it comes. */
function declareEnvironments(
  { parent, projectId }: Place,
  { customEnvironments }: PlatformSpec,
  { customEnvironment: transform }: PlatformTransforms,
): Map<string, pulumi.Output<string>> {
  const opts = { transform, deleteBeforeReplace: true };
  return new Map(
    customEnvironments.map((given) => {
      const args: vercel.CustomEnvironmentArgs = { projectId, ...given };
      const made = new vercel.CustomEnvironment(...child(parent, `env-${given.name}`, args, opts));
      return [given.name, made.id];
    }),
  );
}

function declareReleases(
  { parent, projectId }: Place,
  { deploymentRetention, rollingRelease }: PlatformSpec,
  transforms: PlatformTransforms,
): void {
  if (deploymentRetention) {
    const args: vercel.ProjectDeploymentRetentionArgs = { projectId, ...deploymentRetention };
    const opts = { transform: transforms.deploymentRetention, deleteBeforeReplace: true };
    new vercel.ProjectDeploymentRetention(...child(parent, "deployment-retention", args, opts));
  }
  if (rollingRelease) {
    const args: vercel.ProjectRollingReleaseArgs = { projectId, ...rollingRelease };
    // The provider does not replace it by itself when it goes to another project.
    const opts = {
      transform: transforms.rollingRelease,
      replaceOnChanges: ["projectId"],
      deleteBeforeReplace: true,
    };
    new vercel.ProjectRollingRelease(...child(parent, "rolling-release", args, opts));
  }
}

/** A project has one configuration, which each write replaces as a whole. */
function declareFirewall(
  { parent, projectId }: Place,
  { firewall }: PlatformSpec,
  { firewall: transform }: PlatformTransforms,
): void {
  if (!firewall) return;
  const args: vercel.FirewallConfigArgs = { projectId, ...firewall };
  const opts = { transform, deleteBeforeReplace: true };
  new vercel.FirewallConfig(...child(parent, "firewall", args, opts));
}

function declareReports(
  { parent, projectId }: Place,
  { logDrain, webhook, crons }: PlatformSpec,
  transforms: PlatformTransforms,
): void {
  if (logDrain) {
    const name = `${parent.logicalName}-log-drain`;
    const args: vercel.LogDrainArgs = { name, projectIds: [projectId], ...logDrain };
    const opts = { transform: transforms.logDrain };
    new vercel.LogDrain(...child(parent, "log-drain", args, opts));
  }
  if (webhook) {
    const args: vercel.WebhookArgs = { projectIds: [projectId], ...webhook };
    new vercel.Webhook(...child(parent, "webhook", args, { transform: transforms.webhook }));
  }
  if (crons) {
    const args: vercel.ProjectCronsArgs = { projectId, ...crons };
    const opts = { transform: transforms.crons, deleteBeforeReplace: true };
    new vercel.ProjectCrons(...child(parent, "crons", args, opts));
  }
}

/** A key exists once in a project, so that a replacement must go before it comes. */
function declareFlags(
  { parent, projectId }: Place,
  { featureFlags }: PlatformSpec,
  transforms: PlatformTransforms,
): void {
  for (const { key, definition, config } of featureFlags) {
    const flag = new vercel.FeatureFlagDefinition(
      ...child<vercel.FeatureFlagDefinitionArgs>(
        parent,
        `flag-${key}`,
        { projectId, key, ...definition },
        { transform: transforms.featureFlag, deleteBeforeReplace: true },
      ),
    );
    new vercel.FeatureFlagConfig(
      ...child<vercel.FeatureFlagConfigArgs>(
        parent,
        `flag-${key}-config`,
        { projectId, flagId: flag.id, ...config },
        { transform: transforms.featureFlagConfig, deleteBeforeReplace: true },
      ),
    );
  }
}
