import { isWorker, type ServiceSpec } from "../../render/service";
import { appComponent, appRegistries, workerComponent } from "./apps";

/** A variable of an app. A secret has no value here. */
export interface AppEnv {
  key: string;
  value?: string;
  type: "GENERAL" | "SECRET";
  scope: "RUN_TIME";
}

/** What a service and a worker of an app both have to be told. */
export interface AppRuns {
  image: ReturnType<typeof imageOf>;
  envs: AppEnv[];
}

// Requirement: HOST-16
/**
 * A service as the spec of an app of App Platform, without the value of any secret. A worker stands in a list of its own:
 * App Platform routes no request to it and asks it nothing.
 */
export function serviceApp(spec: ServiceSpec) {
  const [[region, least] = [undefined, 1]] = Object.entries(spec.hosted?.regions ?? {});
  const runs = {
    image: imageOf(spec.image),
    ...(spec.hosted?.plan !== undefined && { instanceSizeSlug: spec.hosted.plan }),
    ...scaleOf(spec, least),
    envs: envsOf(spec),
  };
  return {
    name: spec.app,
    ...(region !== undefined && { region }),
    ...(isWorker(spec)
      ? { workers: [{ name: workerComponent, ...runs }] }
      : {
          services: [{ name: appComponent, ...runs, httpPort: spec.port, ...checksOf(spec) }],
        }),
    alerts: [{ rule: "DEPLOYMENT_FAILED" }],
  };
}

/** `ghcr.io/acme/shop/api:1f0e` → registry `acme`, repository `shop/api`, tag `1f0e`. DigitalOcean's own registry is the team's. */
function imageOf(image: string) {
  const [, host = "", owner = "", repository = "", sign, version] =
    /^([^/]+)\/([^/]+)\/(.+?)(@|:)([^/]+)$/.exec(image) ?? [];
  const registryType = appRegistries[host] ?? "UNSPECIFIED";
  return {
    registryType,
    ...(registryType !== "DOCR" && { registry: owner }),
    repository,
    ...(sign === "@" ? { digest: version } : { tag: version }),
  };
}

/** As many containers as are asked for, or as many as their load asks for. */
function scaleOf({ hosted }: ServiceSpec, least: number) {
  if (hosted?.cpuTarget === undefined) return { instanceCount: least };
  const metrics = { cpu: { percent: hosted.cpuTarget } };
  return {
    autoscaling: { minInstanceCount: least, maxInstanceCount: hosted.most, metrics },
  };
}

/** Asked before a release serves and as long as it does; without a path the port is asked. */
function checksOf({ checks: { http, tcp } }: ServiceSpec) {
  const check = http ?? tcp;
  if (!check) return {};
  const times = {
    initialDelaySeconds: check.grace,
    periodSeconds: check.interval,
    timeoutSeconds: check.timeout,
  };
  if (!http) return { healthCheck: times };
  const healthCheck = { httpPath: http.path, ...times };
  return { healthCheck, livenessHealthCheck: { ...healthCheck } };
}

/** By name. */
function envsOf({ env, secrets }: ServiceSpec): AppEnv[] {
  const scope = "RUN_TIME" as const;
  return [
    ...Object.entries(env).map(([key, value]) => ({ key, value, type: "GENERAL" as const, scope })),
    ...secrets.map((key) => ({ key, type: "SECRET" as const, scope })),
  ].sort((a, b) => (a.key < b.key ? -1 : 1));
}
