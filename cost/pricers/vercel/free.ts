import { freeOf, type Pricers } from "../../pricer";

const docs = "https://vercel.com/docs";

function types(kinds: readonly string[]): string[] {
  return kinds.map((kind) => `vercel:index/${kind[0]?.toLowerCase()}${kind.slice(1)}:${kind}`);
}

/** What nobody is billed for, by the page that says so or that lists all that is billed. */
export const vercelFree: Pricers = {
  ...freeOf(
    types(["Alias", "ProjectDomain", "CustomCertificate", "DnsRecord"]),
    "domains that one has, their records and certificates cost nothing",
    `${docs}/domains`,
  ),
  ...freeOf(
    types([
      "ProjectEnvironmentVariable",
      "ProjectEnvironmentVariables",
      "SharedEnvironmentVariable",
      "SharedEnvironmentVariableProjectLink",
    ]),
    "environment variables cost nothing",
    `${docs}/environment-variables`,
  ),
  ...freeOf(
    types(["ProjectRoute", "BulkRedirects"]),
    "part of the project: its requests are counted there",
    `${docs}/pricing`,
  ),
  ...freeOf(
    types(["Deployment", "ProjectDeploymentRetention"]),
    "deployments cost nothing for being kept: builds and requests are counted with the project",
    `${docs}/pricing`,
  ),
  ...freeOf(
    types(["ProjectRollingRelease"]),
    "part of the plan, for one project on Pro",
    `${docs}/rolling-releases`,
  ),
  ...freeOf(
    types(["CustomEnvironment"]),
    "part of the plan, one for each project on Pro",
    `${docs}/deployments/environments`,
  ),
  ...freeOf(
    types(["ProjectCrons"]),
    "cron jobs cost what the functions cost that they call",
    `${docs}/cron-jobs/usage-and-pricing`,
  ),
  ...freeOf(
    types(["AttackChallengeMode", "FirewallBypass"]),
    "part of the firewall of every plan",
    `${docs}/vercel-firewall/vercel-waf/usage-and-pricing`,
  ),
  ...freeOf(
    types(["DeploymentProtectionException", "ProjectProtectionBypass"]),
    "part of the protection of deployments",
    `${docs}/deployment-protection/usage-and-pricing`,
  ),
  ...freeOf(
    types(["TeamMember"]),
    "the seat is counted with the account: seats.vercel",
    `${docs}/plans/pro-plan`,
  ),
  ...freeOf(
    types(["ProjectMembers", "Webhook", "IntegrationProjectAccess", "UserToken"]),
    "access and notices cost nothing",
    `${docs}/pricing`,
  ),
  ...freeOf(
    types(["EdgeConfigItem", "EdgeConfigSchema", "EdgeConfigToken"]),
    "part of the Edge Config store: its reads and writes are counted there",
    `${docs}/pricing`,
  ),
};
