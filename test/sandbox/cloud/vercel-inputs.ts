import { type Properties, secret } from "../server/harness";

/** The least that a feature flag needs beside its key. */
export const flagInputs = {
  kind: "boolean",
  variants: [
    { id: "off", valueBool: false },
    { id: "on", valueBool: true },
  ],
};
const served = { defaultVariantId: "on", disabledVariantId: "off" };

/** The least that each setting of a Vercel project needs. */
export const platformInputs = (projectId: string, flagId: string): Record<string, Properties> => ({
  "vercel:index/customEnvironment:CustomEnvironment": { projectId, name: "qa" },
  "vercel:index/featureFlagConfig:FeatureFlagConfig": {
    projectId,
    flagId,
    production: served,
    preview: served,
    development: served,
  },
  "vercel:index/featureFlagDefinition:FeatureFlagDefinition": {
    projectId,
    key: "beta",
    ...flagInputs,
  },
  "vercel:index/firewallConfig:FirewallConfig": {
    projectId,
    rules: { rules: [] },
    ipRules: { rules: [] },
    managedRulesets: { botProtection: { action: "log", active: true } },
  },
  "vercel:index/logDrain:LogDrain": {
    name: "logs",
    projectIds: [projectId],
    endpoint: "https://logs.example/api",
    environments: ["production"],
    sources: ["lambda"],
    deliveryFormat: "json",
    samplingRate: 1,
    headers: secret({ authorization: "x" }),
  },
  "vercel:index/projectCrons:ProjectCrons": { projectId, enabled: true },
  "vercel:index/projectDeploymentRetention:ProjectDeploymentRetention": { projectId },
  "vercel:index/projectRollingRelease:ProjectRollingRelease": {
    projectId,
    advancementType: "manual-approval",
    stages: [{ targetPercentage: 10 }, { targetPercentage: 100 }],
  },
  "vercel:index/webhook:Webhook": {
    projectIds: [projectId],
    endpoint: "https://hooks.example/vercel",
    events: ["deployment.promoted"],
  },
});
