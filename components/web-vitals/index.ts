import * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import type { WebVitalsSettings } from "./args";
import { declareMonitor, type WebVitalsTransforms } from "./aws";
import { webVitalsProblems } from "./problems";
import { webVitalsSpec } from "./spec";

export * from "./args";

export interface WebVitalsArgs extends WebVitalsSettings {
  /** The last word on each child. */
  transform?: WebVitalsTransforms | undefined;
}

// Requirement: ALRT-17
/**
 * How pages feel to those who visit them: an app monitor of AWS RUM, which browsers send web vitals and other timings to,
 * and credentials of guests that allow that and nothing else. The app loads the client; `client` says all that it needs.
 *
 * @example
 * new WebVitals("web-vitals", {
 *   product: "shop", tier: "prod", owner: "web-team",
 *   region: "ca-central-1",
 *   domains: ["shop.example.com"],
 * });
 *
 * @example
 * const vitals = new WebVitals("web-vitals", {
 *   product: "shop", tier: "prod", owner: "web-team",
 *   region: "ca-central-1",
 *   domains: ["shop.example.com", "shop.example.fr"],
 *   sampleRate: 0.5,
 *   telemetries: ["performance", "http"],
 *   cookies: true,
 *   tracing: true,
 *   customEvents: true,
 *   keepLogs: true,
 *   variable: "VITE_WEB_VITALS",
 * });
 * new HostingProject("web", {
 *   name: "shop",
 *   thirdParties: ["supabase", "awsRum"],
 *   awsRegion: "ca-central-1",
 *   variables: { VITE_WEB_VITALS: { output: "webVitals.client", targets: ["production"] } },
 *   outputs: { "webVitals.client": vitals.client },
 * });
 */
export class WebVitals extends Component {
  /** Id by which the client names the app monitor. */
  readonly appMonitorId: pulumi.Output<string>;
  /** Pool that the client gets credentials of guests from. */
  readonly identityPoolId: pulumi.Output<string>;
  /** All that the client needs, as JSON. */
  readonly client: pulumi.Output<string>;

  constructor(
    name: string,
    { transform = {}, ...args }: WebVitalsArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, webVitalsProblems(args));
    const spec = webVitalsSpec(args);
    super(tokens.webVitals, name, { ...spec }, opts);
    const made = declareMonitor({ parent: this, spec, transforms: transform });
    this.appMonitorId = made.appMonitorId;
    this.identityPoolId = made.identityPoolId;
    this.client = pulumi.jsonStringify({
      applicationId: made.appMonitorId,
      region: spec.region,
      // The words of AwsRumConfig, so that the app hands it on as it is.
      config: {
        identityPoolId: made.identityPoolId,
        endpoint: spec.endpoints.data,
        sessionSampleRate: spec.sampleRate,
        telemetries: spec.telemetries,
        allowCookies: spec.cookies,
        enableXRay: spec.tracing,
      },
    });
    this.registerOutputs({ appMonitorId: this.appMonitorId, client: this.client });
  }
}
