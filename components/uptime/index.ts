import * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import type { AlertTopics } from "../alerts/topics";
import { Component, refuse } from "../component";
import type { UptimeContext, UptimeSettings } from "./args";
import { type CheckTransforms, declareChecks, declareOverall, type Site } from "./aws";
import { type CanaryTransforms, declareCanaries } from "./aws-canary";
import { canariesSpec } from "./canary-spec";
import { type ChecklyTransforms, declareAtCheckly } from "./checkly";
import { checklySpec, type Routes } from "./checkly/spec";
import { type Objective, objectivesOf } from "./objectives";
import { uptimeProblems } from "./problems";
import { checkSpecs, overallSpec } from "./spec";

export * from "./args";

export interface UptimeChecksArgs extends UptimeSettings, UptimeContext {
  /** Where alarms are sent: in us-east-1 those of health checks, in the home region those of canaries. */
  topics: AlertTopics;
  /** Whom Checkly tells, by severity: addresses and webhooks. */
  routes?: Routes | undefined;
  /** Response headers that the product declares, for the checks that expect them. An empty text stands for any value. */
  responseHeaders?: Record<string, string> | undefined;
  /** Values of secrets by name, for the credential of the smoke suite and addresses of webhooks. */
  secrets?: Record<string, pulumi.Input<string>> | undefined;
  /** The last word on each child. */
  transform?: (CheckTransforms & CanaryTransforms & ChecklyTransforms) | undefined;
}

/**
 * Asks public hosts from several places in the world, always by HTTPS: a Route 53 health check with its alarm for each
 * host, one check over all of them, and canaries that read what the answers say; or, with `vendor: "checkly"`, a check
 * at Checkly that reads the answer, and one that opens the main page in a browser.
 *
 * @example
 * new UptimeChecks("uptime", {
 *   product: "shop", tier: "dev", owner: "web-team", runbooks: "https://wiki.shop.example/runbooks",
 *   topics: alerts.topics,
 *   checks: { app: { fqdn: "app.shop.example" } },
 * });
 *
 * @example
 * new UptimeChecks("uptime", {
 *   product: "shop", tier: "prod", owner: "web-team", runbooks: "https://wiki.shop.example/runbooks",
 *   topics: alerts.topics,
 *   checks: {
 *     app: { fqdn: "app.shop.example", requestInterval: 10, expects: { healthReport: true } },
 *     www: { fqdn: "www.shop.example", resourcePath: "/", expects: { status: 308, redirect: "app.shop.example" } },
 *   },
 *   defaults: { failureThreshold: 3, regions: ["us-east-1", "eu-west-1", "ap-southeast-2"] },
 *   overall: { objective: 99.95 },
 *   objectives: { web: 99.9, database: 99.99 },
 *   canary: { interval: 5, certificateDays: 30 },
 * });
 *
 * @example
 * new UptimeChecks("uptime", {
 *   product: "shop", tier: "prod", owner: "web-team", runbooks: "https://wiki.shop.example/runbooks",
 *   topics: alerts.topics,
 *   routes: { critical: { emails: ["web@shop.example"] } },
 *   vendor: "checkly",
 *   checkly: { everyMinutes: 5, locations: ["us-east-1", "eu-west-2"], page: { path: "/welcome" } },
 *   checks: { app: { fqdn: "app.shop.example", expects: { healthReport: true } } },
 *   objectives: { web: 99.9 },
 * });
 */
export class UptimeChecks extends Component {
  /** Id of each health check by the check's name. */
  readonly healthCheckIds: pulumi.Output<Record<string, string>>;
  /** What is promised of each service, with its error budget in minutes a month. */
  readonly objectives: Record<string, Objective>;
  readonly #hosts: Record<string, pulumi.Output<string>>;

  constructor(name: string, allArgs: UptimeChecksArgs, opts?: pulumi.ComponentResourceOptions) {
    const { transform = {}, topics, routes = {}, secrets = {}, ...rest } = allArgs;
    const { responseHeaders = {}, ...args } = rest;
    refuse(name, uptimeProblems(args, Object.keys(secrets), routes));
    super(tokens.uptimeChecks, name, { ...args }, opts);
    this.objectives = objectivesOf(args.objectives);
    if (args.vendor === "checkly") {
      const spec = checklySpec(args, { routes, headers: responseHeaders });
      declareAtCheckly({ parent: this, spec, secrets, transforms: transform });
      const none: Record<string, string> = {};
      this.healthCheckIds = pulumi.output(none);
      this.#hosts = {};
      this.registerOutputs({ objectives: this.objectives });
      return;
    }
    const site: Site = { parent: this, context: args, topics, transforms: transform };
    const checks = checkSpecs(args);
    const ids = declareChecks(site, checks);
    this.healthCheckIds = pulumi.output(ids);
    this.#hosts = Object.fromEntries(checks.map(([key, { fqdn }]) => [fqdn, ids[key]!] as const));
    const overall = overallSpec(args);
    const overallCheckId = overall && declareOverall(site, ids, overall);
    const canaries = canariesSpec(args, responseHeaders);
    if (canaries) {
      const value = canaries.credential === undefined ? undefined : secrets[canaries.credential];
      const credential = value === undefined ? undefined : pulumi.secret(value);
      declareCanaries({ ...site, canaryTransforms: transform, credential }, canaries);
    }
    const { healthCheckIds, objectives } = this;
    this.registerOutputs({ healthCheckIds, overallCheckId, objectives });
  }

  /** Id of the health check of a host; undefined where none asks it. */
  healthCheckOf(host: string | undefined): pulumi.Output<string> | undefined {
    return host === undefined ? undefined : this.#hosts[host];
  }
}
