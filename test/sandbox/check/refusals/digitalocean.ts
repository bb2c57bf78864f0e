import type { PropertyMap } from "../../../../core/value";
import { appSpec } from "../accepted";
import type { Refusal } from "./refusal";

const [web] = appSpec.services;
const [site] = appSpec.staticSites;
const [jobs] = appSpec.workers;

const spec = (change: PropertyMap) => ({ spec: { ...appSpec, ...change } });
const service = (change: PropertyMap) => spec({ services: [{ ...web, ...change }] });
const worker = (change: PropertyMap) => spec({ workers: [{ ...jobs, ...change }] });
const scaled = (minInstanceCount: number, maxInstanceCount: number): PropertyMap => ({
  ...jobs.autoscaling,
  minInstanceCount,
  maxInstanceCount,
});

const shape =
  "expected 2 to 32 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen";

/** What App Platform refuses. */
export const digitalocean: readonly Refusal[] = [
  ["app", { spec: undefined }, "spec", /App Platform refuses an app without a spec/],
  ["app", spec({ name: "Shop" }), "spec.name", shape],
  ["app", spec({ name: "1shop" }), "spec.name", shape],
  ["app", spec({ name: "shop-" }), "spec.name", shape],
  ["app", spec({ name: "s".repeat(33) }), "spec.name", shape],
  ["app", spec({ region: "nyc3" }), "spec.region", /^expected one of ams, atl, .*did you mean nyc/],
  ["app", service({ name: "API" }), "spec.services[0].name", shape],
  [
    "app",
    service({ instanceSizeSlug: "apps-s-1vcpu-4gb" }),
    "spec.services[0].instanceSizeSlug",
    /^expected one of apps-s-1vcpu-0\.5gb/,
  ],
  [
    "app",
    service({ instanceCount: 0 }),
    "spec.services[0].instanceCount",
    "expected a number from 1; got 0",
  ],
  [
    "app",
    service({ instanceSizeSlug: "apps-s-1vcpu-1gb-fixed" }),
    "spec.services[0].instanceCount",
    "must be 1 of the size apps-s-1vcpu-1gb-fixed; got 2",
  ],
  [
    "app",
    service({ httpPort: 70_000 }),
    "spec.services[0].httpPort",
    "expected a number from 1 to 65535; got 70000",
  ],
  [
    "app",
    service({ envs: [{ key: "A", value: "v", type: "PLAIN" }] }),
    "spec.services[0].envs[0].type",
    "expected one of GENERAL, SECRET; got a string of 5 characters",
  ],
  [
    "app",
    service({ envs: [{ key: "A", value: "v", scope: "RUNTIME" }] }),
    "spec.services[0].envs[0].scope",
    /^expected one of UNSET, RUN_TIME/,
  ],
  [
    "app",
    service({ envs: [{ key: "1A", value: "v" }] }),
    "spec.services[0].envs[0].key",
    "expected letters, digits and underscores, not beginning with a digit",
  ],
  [
    "app",
    service({ github: { repo: "velocity/shop", branch: "main" } }),
    "spec.services[0].image",
    "only one of git, github, gitlab, bitbucket or image may be given; got github and image",
  ],
  [
    "app",
    service({ image: undefined }),
    "spec.services[0].git",
    "one of git, github, gitlab, bitbucket or image must be given",
  ],
  [
    "app",
    service({ image: { ...web.image, digest: `sha256:${"0".repeat(64)}` } }),
    "spec.services[0].image.digest",
    "only one of tag or digest may be given; got tag and digest",
  ],
  [
    "app",
    service({ image: { ...web.image, registryType: "ECR" } }),
    "spec.services[0].image.registryType",
    /^expected one of UNSPECIFIED, DOCKER_HUB, DOCR, GHCR/,
  ],
  [
    "app",
    service({ image: { registryType: "GHCR", repository: "api", tag: "1" } }),
    "spec.services[0].image.registry",
    "required when registryType is GHCR",
  ],
  [
    "app",
    service({ termination: { drainSeconds: 111 } }),
    "spec.services[0].termination.drainSeconds",
    "expected a number from 1 to 110; got 111",
  ],
  [
    "app",
    worker({ instanceSizeSlug: "apps-s-1vcpu-1gb" }),
    "spec.workers[0].autoscaling",
    "only for instances with dedicated CPUs (apps-d-…)",
  ],
  [
    "app",
    worker({ instanceCount: 2 }),
    "spec.workers[0].autoscaling",
    "only one of instanceCount or autoscaling may be given; got instanceCount and autoscaling",
  ],
  [
    "app",
    worker({ autoscaling: scaled(3, 3) }),
    "spec.workers[0].autoscaling.maxInstanceCount",
    "must be more than minInstanceCount (3); got 3",
  ],
  [
    "app",
    worker({ autoscaling: { ...scaled(1, 2), metrics: { cpu: { percent: 101 } } } }),
    "spec.workers[0].autoscaling.metrics.cpu.percent",
    "expected a number from 1 to 100; got 101",
  ],
  [
    "app",
    spec({ staticSites: [{ ...site, name: "api" }] }),
    "spec.staticSites[0].name",
    "must be unique across all components of the app",
  ],
  [
    "app",
    spec({
      domainNames: [
        { name: "a.example", type: "PRIMARY" },
        { name: "b.example", type: "PRIMARY" },
      ],
    }),
    "spec.domainNames[1].type",
    "only one domain may be PRIMARY",
  ],
  [
    "app",
    spec({ domainNames: [{ name: "https://a.example" }] }),
    "spec.domainNames[0].name",
    "expected a host name, such as www.example.com",
  ],
  [
    "app",
    spec({ domains: ["a.example"] }),
    "spec.domains",
    "only one of domainNames or domains may be given; got domainNames and domains",
  ],
  [
    "app",
    spec({ services: undefined, staticSites: undefined, workers: undefined }),
    "spec.services",
    "one of services, staticSites, workers, jobs or functions must be given (an app runs something)",
  ],
  [
    "app",
    spec({ ingress: { rules: [{ match: { path: { prefix: "/" } } }] } }),
    "spec.ingress.rules[0].component",
    "one of component or redirect must be given",
  ],
  ["app", { liveUrl: "https://a.example" }, "liveUrl", /is computed by the provider/],
];
