// By module: the index of this SDK loads every resource that it has, in every program.
import { EscalationPolicy, type EscalationPolicyArgs } from "@pulumi/pagerduty/escalationPolicy";
import { getEscalationPolicyOutput } from "@pulumi/pagerduty/getEscalationPolicy";
import { getScheduleOutput } from "@pulumi/pagerduty/getSchedule";
import { Service, type ServiceArgs } from "@pulumi/pagerduty/service";
import {
  ServiceIntegration,
  type ServiceIntegrationArgs,
} from "@pulumi/pagerduty/serviceIntegration";
import * as pulumi from "@pulumi/pulumi";
import { cloudWatchEndpoint, cloudWatchIntegration } from "../../catalogue/pagerduty";
import type { AlertSeverity } from "../../core/alerts";
import { child, type Component, type Transform } from "../component";
import type { PagerSpec, Reference } from "./pagerduty-spec";

/** The last word on each child that calls somebody. */
export interface PagerTransforms {
  /** The escalation policy, where one is made. */
  escalationPolicy?: Transform<EscalationPolicyArgs> | undefined;
  /** The service that alarms open incidents of. */
  pagerService?: Transform<ServiceArgs> | undefined;
  /** What takes the alarms of CloudWatch. */
  pagerIntegration?: Transform<ServiceIntegrationArgs> | undefined;
}

/** Where topics send what calls somebody. */
export interface Pager {
  severities: readonly AlertSeverity[];
  /** Holds the integration's key, and is secret. */
  endpoint: pulumi.Output<string>;
}

// Requirement: ALRT-09, ALRT-10
/** A service with its policy, and the integration that understands CloudWatch. */
export function declarePager(
  parent: Component,
  spec: PagerSpec,
  transforms: PagerTransforms,
): Pager {
  const { name, description, region, severities } = spec;
  const args: ServiceArgs = {
    ...{ name, description, escalationPolicy: policyOf(parent, spec, transforms) },
    alertCreation: "create_alerts_and_incidents",
    // An alarm that is over says so; an outage of five hours is none of five incidents.
    autoResolveTimeout: "null",
    acknowledgementTimeout: "1800",
    incidentUrgencyRule: { type: "constant", urgency: "high" },
  };
  const service = new Service(
    ...child(parent, "pager", args, { transform: transforms.pagerService }),
  );
  const integrationArgs: ServiceIntegrationArgs = {
    name: "Amazon CloudWatch",
    service: service.id,
    type: cloudWatchIntegration,
  };
  // The SDK leaves the key in clear, and so would the state.
  const opts = {
    transform: transforms.pagerIntegration,
    additionalSecretOutputs: ["integrationKey"],
  };
  const { integrationKey } = new ServiceIntegration(
    ...child(parent, "pager-integration", integrationArgs, opts),
  );
  const endpoint = pulumi.secret(integrationKey).apply((key) => cloudWatchEndpoint(region, key));
  return { severities, endpoint };
}

function policyOf(
  parent: Component,
  { name, description, policy }: PagerSpec,
  transforms: PagerTransforms,
): pulumi.Input<string> {
  if (!("schedules" in policy)) return idOf(policy, parent, getEscalationPolicyOutput);
  const { schedules, escalateAfterMinutes: escalationDelayInMinutes, repeats } = policy;
  const args: EscalationPolicyArgs = {
    ...{ name, description, numLoops: repeats },
    rules: schedules.map((schedule) => {
      const id = idOf(schedule, parent, getScheduleOutput);
      return { escalationDelayInMinutes, targets: [{ id, type: "schedule_reference" }] };
    }),
  };
  const opts = { transform: transforms.escalationPolicy };
  return new EscalationPolicy(...child(parent, "pager-policy", args, opts)).id;
}

type LookUp = (args: { name: string }, opts: pulumi.InvokeOptions) => pulumi.Output<{ id: string }>;

/** An id in clear needs no question at PagerDuty. */
function idOf(reference: Reference, parent: Component, lookUp: LookUp): pulumi.Input<string> {
  return "id" in reference ? reference.id : lookUp({ name: reference.name }, { parent }).id;
}
