import type { DeclaredResource } from "../../../core/resource";
import { providerTypes } from "../../../policies/lib/provider-types";
import { checkAlarm, subscription, topic, topicKey } from "./alarms";
import { resource } from "./stack";

const check = resource(providerTypes.awsHealthCheck, "uptime-app", {
  type: "HTTPS",
  fqdn: "app.example.com",
  failureThreshold: 2,
});

/** What watches a prod stack that every rule of the catalogue is content with. */
export const compliantObservability: readonly DeclaredResource[] = [
  check,
  checkAlarm(check),
  topicKey,
  topic,
  subscription,
];
