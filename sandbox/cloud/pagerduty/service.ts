import { text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";
import { called, claimsName, needs, policyType, serviceType } from "./site";

const integrationType = "pagerduty:index/serviceIntegration:ServiceIntegration";

/** Who is called, and who next: people and schedules are not ours to make, so that any id of them is taken. */
export const escalationPolicy: CloudResource = {
  type: policyType,
  autonamed: true,
  claims: (order) => claimsName(order, "escalation-policy", "escalation_policies"),
  forbids: ({ cloud, inputs }, change) => {
    if (change !== "delete") return undefined;
    const id = called(cloud, "escalation-policy", text(inputs["name"], ""))?.id;
    const used = cloud.all(serviceType).some(({ inputs: it }) => it["escalationPolicy"] === id);
    return used ? "DELETE API call failed 400: the escalation policy is in use" : undefined;
  },
  create: () => ({ id: ids.pagerduty() }),
};

/** Its integrations go with it. The policy may be one that was made by hand. */
export const service: CloudResource = {
  type: serviceType,
  autonamed: true,
  defaults: {
    alertGrouping: "",
    alertGroupingTimeout: "null",
    incidentUrgencyRule: { type: "constant", urgency: "high" },
  },
  computed: ["createdAt", "htmlUrl"],
  derive: () => ({ lastIncidentTimestamp: "", status: "active", type: "service" }),
  claims: (order) => claimsName(order, "service", "services"),
  create: () => {
    const id = ids.pagerduty();
    const htmlUrl = `https://sandbox.pagerduty.com/service-directory/${id}`;
    return { id, outputs: { createdAt: new Date().toISOString(), htmlUrl } };
  },
  takes: ({ type, inputs }, id) => type === integrationType && inputs["service"] === id,
};

export const serviceIntegration: CloudResource = {
  type: integrationType,
  autonamed: true,
  defaults: {
    emailFilterMode: "",
    emailIncidentCreation: "",
    emailParsingFallback: "",
    integrationEmail: "",
    vendor: "",
    type: "service_integration",
  },
  computed: ["htmlUrl", "integrationKey"],
  credentials: ["integrationKey"],
  needs: ({ inputs }) => [
    needs(serviceType, inputs["service"], `services/${text(inputs["service"], "")}/integrations`),
  ],
  create: ({ inputs }) => {
    const id = ids.pagerduty();
    const htmlUrl = `https://sandbox.pagerduty.com/services/${text(inputs["service"], "")}/integrations/${id}`;
    return { id, outputs: { htmlUrl, integrationKey: ids.hex(32) } };
  },
};
