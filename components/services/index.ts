import * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import type { SecretValues, ServiceOrder, TransformsOf } from "../../hosts/contract/declarations";
import { ofKind } from "../../hosts/contract/facts";
import { renderServices } from "../../hosts/files";
import { serviceHosts, type ServiceVendor } from "../../hosts/services";
import { declarations } from "../../hosts/tables/declarations";
import { renderAllPreviews } from "../../render/preview-pool";
import type { NamedServices, ServiceSpec, StackTarget } from "../../render/service";
import { Component, refuse } from "../component";
import { digestOf, type RenderedDigest } from "../digest";
import { defaults, type ServiceArgs, type ServicesSettings } from "./args";
import { serviceProblems } from "./problems";
import { serviceSpec } from "./spec";

export * from "./args";

export interface ContainerServiceArgs extends ServicesSettings {
  /** Values of the services' secrets by name, for vendors whose resources are declared: they are handed them. */
  values?: SecretValues | undefined;
  /** The last word on each child. */
  transform?: ServicesTransforms | undefined;
}

/** The last word on each kind of child, of all vendors together. */
export type ServicesTransforms = TransformsOf<typeof declarations, "service">;

const declare: Readonly<
  Partial<Record<ServiceVendor, (order: ServiceOrder<ServicesTransforms>) => void>>
> = ofKind(declarations, "service");

// Requirement: HOST-07, HOST-10, HOST-11, HOST-15, HOST-16, HOST-18, SECR-02, CAP-07, CONF-02, ENV-05, ENV-06, ENV-17
/**
 * Container services as a typed spec. On Fly, Render and Railway they are rendered, not provisioned: `groundwork render`
 * writes the file that the vendor's own tool reads. On DigitalOcean each is an app of App Platform, declared as a child.
 * A `worker` answers no requests, and so has no port, host or checks anywhere.
 * The whole spec, with every default filled in, is among the inputs, so that rules and reports see it. What a vendor other
 * than Fly does not do as asked stands in `gaps`, each with what happens instead.
 *
 * @example
 * new ContainerService("services", { tier: "dev", services: { orchestrator: {
 *   app: "velocity-orchestrator-dev", org: "velocity", port: 3000,
 *   image: "ghcr.io/velocity/velocity-platform/orchestrator:4f1c2d9e8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e",
 *   checks: { http: { path: "/health" } },
 *   regions: ["iad"], primaryRegion: "iad", scale: { min: 1, max: 1 },
 *   limits: { cpus: 1, memoryMb: 512, connections: { hard: 100, soft: 80 } },
 * } } });
 *
 * @example
 * new ContainerService("services", {
 *   tier: "prod",
 *   services: {
 *     orchestrator: {
 *       app: "velocity-orchestrator",
 *       org: "velocity",
 *       image: "ghcr.io/velocity/velocity-platform/orchestrator:4f1c2d9e8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e",
 *       port: 3000,
 *       checks: {
 *         tcp: { interval: 30, timeout: 5, grace: 10 },
 *         http: { path: "/health", interval: 30, timeout: 10, grace: 10 },
 *       },
 *       regions: ["iad", "sjc", "lhr"],
 *       primaryRegion: "iad",
 *       scale: { min: 3, max: 10 },
 *       limits: { cpus: 1, memoryMb: 512, connections: { hard: 100, soft: 80 } },
 *       env: { NODE_ENV: "production" },
 *       secrets: ["SUPABASE_URL", "SUPABASE_SERVICE_ROLE_KEY"],
 *       previews: {
 *         poolSize: 20,
 *         image: {
 *           base: "ghcr.io/velocity/velocity-platform/node@sha256:5d1f0c7ab3e94826f7c0d9e1b2a3845f6e7d8c9b0a1f2e3d4c5b6a7988776655",
 *           packages: { git: "1:2.39.5-0+deb12u2" },
 *           tools: { vite: "8.3.8", nodemon: "3.1.14" },
 *         },
 *       },
 *     },
 *   },
 * });
 */
export class ContainerService extends Component {
  /** File and digest of each service by its name; those of its previews by their file. */
  readonly rendered: Record<string, RenderedDigest>;

  constructor(
    name: string,
    { services, tier, values = {}, transform = {} }: ContainerServiceArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    const specs = Object.entries(services).map(
      ([service, args]) => [service, serviceSpec(args, handed(args, values))] as const,
    );
    refuse(name, specs.flatMap(problemsOf));
    super(tokens.containerService, name, { tier, services: Object.fromEntries(specs) }, opts);
    this.rendered = renderedFiles(specs, { stack: pulumi.getStack(), tier });
    const managed = specs.filter(([, { vendor }]) => serviceHosts[vendor].managed);
    for (const [name, spec] of managed)
      declare[spec.vendor]?.({ parent: this, name, spec, values, transforms: transform });
    this.registerOutputs({ managed: managed.length > 0, rendered: this.rendered });
  }
}

/** Names of secrets that an update hands to the vendors of services: of those whose resources are declared. */
export function secretsHanded(services: Readonly<Record<string, ServiceArgs>>): string[] {
  const managed = Object.values(services).filter(
    ({ vendor = defaults.vendor }) => serviceHosts[vendor].managed,
  );
  return [...new Set(managed.flatMap(({ secrets = [] }) => secrets))];
}

/** Those of one service. */
function handed({ vendor = defaults.vendor }: ServiceArgs, values: SecretValues): string[] {
  return serviceHosts[vendor].managed ? Object.keys(values) : [];
}

/** The file of each service by its name, one that several share with each of them; those of previews by their file. */
function renderedFiles(
  services: NamedServices,
  target: StackTarget,
): Record<string, RenderedDigest> {
  const files = renderServices(Object.fromEntries(services), target);
  const own = files.flatMap(({ services: names, ...file }) =>
    names.map((name) => [name, digestOf(file)] as const),
  );
  const previews = renderAllPreviews(services, target).map(
    (file) => [file.file, digestOf(file)] as const,
  );
  return Object.fromEntries([...own, ...previews]);
}

function problemsOf([service, spec]: readonly [string, ServiceSpec]) {
  return serviceProblems(spec).map((problem) => ({
    ...problem,
    where: { path: `services.${service}.${problem.where.path}` },
  }));
}
