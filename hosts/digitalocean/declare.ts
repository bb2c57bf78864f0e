import * as digitalocean from "@pulumi/digitalocean";
import * as pulumi from "@pulumi/pulumi";
import { child, type Transform } from "../../components/component";
import type { ServiceSpec } from "../../render/service";
import type { SecretValues, ServiceOrder, SiteOrder } from "../contract/declarations";
import { appEnv } from "./app-env";
import { type AppRuns, serviceApp } from "./service-app";
import { appSpecOf } from "./site-app";

/** The last word on what DigitalOcean is told of a site. */
export interface SiteTransforms {
  /** The app of App Platform, where that is the host. */
  app?: Transform<digitalocean.AppArgs> | undefined;
}

/** The last word on what DigitalOcean is told of services. */
export interface ServiceTransforms {
  /** Called for each service that is an app of App Platform. */
  app?: Transform<digitalocean.AppArgs> | undefined;
}

/** The secret of a service by which App Platform may pull its image where not everybody may. */
const registryToken = "GITHUB_CONTAINER_REGISTRY_TOKEN";

// Requirement: HOST-16
/** Declares a site's app. */
export function site(order: SiteOrder<SiteTransforms>): void {
  const { parent, site: one, values, transforms } = order;
  const args: digitalocean.AppArgs = { spec: appSpecOf(one, values) };
  new digitalocean.App(...child(parent, "", args, { transform: transforms.app }));
}

// Requirement: HOST-16
/** Declares a service as an app of its own. */
export function service(order: ServiceOrder<ServiceTransforms>): void {
  const { parent, name, spec, values, transforms } = order;
  const app = serviceApp(spec);
  const given = <Part extends AppRuns>({ envs, image, ...one }: Part) => ({
    ...one,
    image: { ...image, ...credentialsOf(image, spec, values) },
    envs: envs.flatMap(({ key, value = values[key], type, scope }) =>
      value === undefined ? [] : [appEnv(key, value, type === "SECRET", scope)],
    ),
  });
  const runs =
    "workers" in app ? { workers: app.workers.map(given) } : { services: app.services.map(given) };
  const args: digitalocean.AppArgs = { spec: { ...app, ...runs } };
  new digitalocean.App(...child(parent, name, args, { transform: transforms.app }));
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
