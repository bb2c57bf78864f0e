import * as digitalocean from "@pulumi/digitalocean";
import * as pulumi from "@pulumi/pulumi";
import { serviceApp } from "../../render/hosts/digitalocean/service";
import type { ServiceSpec } from "../../render/service";
import { appEnv } from "../app-env";
import { child, type Component, type Transform } from "../component";

/** The last word on what DigitalOcean is told. */
export interface DigitaloceanTransforms {
  /** Called for each service that is an app of App Platform. */
  app?: Transform<digitalocean.AppArgs> | undefined;
}

/** Values of secrets by name, each secret. */
export type SecretValues = Readonly<Record<string, pulumi.Input<string>>>;

/** The secret of a service by which App Platform may pull its image where not everybody may. */
export const registryToken = "GITHUB_CONTAINER_REGISTRY_TOKEN";

// Requirement: HOST-16
/** Declares a service as an app of its own. A secret that nobody gives a value is left out: a gap names it. */
export function declareServiceApp(
  parent: Component,
  [service, spec]: readonly [string, ServiceSpec],
  values: SecretValues,
  { app: transform }: DigitaloceanTransforms,
): void {
  const { services, ...app } = serviceApp(spec);
  const given = services.map(({ envs, image, ...one }) => ({
    ...one,
    image: { ...image, ...credentialsOf(image, spec, values) },
    envs: envs.flatMap(({ key, value = values[key], type, scope }) =>
      value === undefined ? [] : [appEnv(key, value, type === "SECRET", scope)],
    ),
  }));
  const args: digitalocean.AppArgs = { spec: { ...app, services: given } };
  new digitalocean.App(...child(parent, service, args, { transform }));
}

function credentialsOf(
  { registryType }: { registryType: string },
  { org, secrets }: ServiceSpec,
  values: SecretValues,
) {
  const token = secrets.includes(registryToken) ? values[registryToken] : undefined;
  if (registryType !== "GHCR" || token === undefined) return {};
  return { registryCredentials: pulumi.secret(pulumi.interpolate`${org}:${token}`) };
}
