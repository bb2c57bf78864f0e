import * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { render } from "../../render";
import type { ServiceSpec } from "../../render/service";
import { Component, refuse } from "../component";
import { digestOf, type RenderedDigest } from "../digest";
import type { ServicesSettings } from "./args";
import { serviceProblems } from "./problems";
import { serviceSpec } from "./spec";

export * from "./args";

export type ContainerServiceArgs = ServicesSettings;

// Requirement: HOST-07, HOST-10, SECR-02, CAP-07, ENV-05, ENV-06, ENV-17
/**
 * Container services as a typed spec. Rendered, not provisioned: it declares nothing in any cloud, because no provider
 * for Fly is kept up. `groundwork render` writes the file that Fly's own tool reads; the whole spec, with every default
 * filled in, is among the inputs, so that rules and reports see it.
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
 *     },
 *   },
 * });
 */
export class ContainerService extends Component {
  /** File and digest of each service by its name. */
  readonly rendered: Record<string, RenderedDigest>;

  constructor(
    name: string,
    { services, tier }: ContainerServiceArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    const specs = Object.entries(services).map(
      ([service, args]) => [service, serviceSpec(args)] as const,
    );
    refuse(name, specs.flatMap(problemsOf));
    super(tokens.containerService, name, { tier, services: Object.fromEntries(specs) }, opts);
    const stack = pulumi.getStack();
    this.rendered = Object.fromEntries(
      specs.map(([service, spec]) => [service, digestOf(render(spec, { service, stack, tier }))]),
    );
    this.registerOutputs({ managed: false, rendered: this.rendered });
  }
}

function problemsOf([service, spec]: readonly [string, ServiceSpec]) {
  return serviceProblems(spec).map((problem) => ({
    ...problem,
    where: { path: `services.${service}.${problem.where.path}` },
  }));
}
