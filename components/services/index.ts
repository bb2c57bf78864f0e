import * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { render } from "../../render";
import { renderPreviews } from "../../render/preview-pool";
import type { RenderTarget, ServiceSpec } from "../../render/service";
import { Component, refuse } from "../component";
import { digestOf, type RenderedDigest } from "../digest";
import type { ServicesSettings } from "./args";
import { serviceProblems } from "./problems";
import { serviceSpec } from "./spec";

export * from "./args";

export type ContainerServiceArgs = ServicesSettings;

// Requirement: HOST-07, HOST-10, HOST-11, HOST-18, SECR-02, CAP-07, ENV-05, ENV-06, ENV-17
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
      specs.flatMap(([service, spec]) => renderedFiles(service, spec, { stack, tier })),
    );
    this.registerOutputs({ managed: false, rendered: this.rendered });
  }
}

/** The service's own file by its name, those of its previews by theirs. */
function renderedFiles(
  service: string,
  spec: ServiceSpec,
  around: Omit<RenderTarget, "service">,
): (readonly [string, RenderedDigest])[] {
  const target = { service, ...around };
  const previews = renderPreviews(spec, target).map((file) => [file.file, digestOf(file)] as const);
  return [[service, digestOf(render(spec, target))], ...previews];
}

function problemsOf([service, spec]: readonly [string, ServiceSpec]) {
  return serviceProblems(spec).map((problem) => ({
    ...problem,
    where: { path: `services.${service}.${problem.where.path}` },
  }));
}
