import { beforeAll, describe, expect, it } from "vitest";
import { tokens } from "../../core/tokens";
import type { DeclaredResource } from "../../core/resource";
import type { PropertyMap } from "../../core/value";
import { stacks } from "../config/support";
import { AlertGraph } from "./support/alert-graph";
import { type Declared, declaredStacks } from "./support/stacks";

const checkType = "aws:route53/healthCheck:HealthCheck";
const canaryType = "aws:synthetics/canary:Canary";
const topicType = "aws:sns/topic:Topic";
const routeTypes = [
  "aws:sns/topicSubscription:TopicSubscription",
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
  "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration",
];
const domainType = "vercel:index/projectDomain:ProjectDomain";
const recordType = "aws:route53/record:Record";

let declared: Declared;
beforeAll(async () => void (declared = await declaredStacks()), 60_000);

const all = (resources: readonly DeclaredResource[], type: string) =>
  resources.filter((it) => it.type === type);

/** Hosts that somebody outside can ask: of the hosting project, of container services, and in the zone. */
function publicHosts(resources: readonly DeclaredResource[]): string[] {
  const domains = all(resources, domainType).map(({ inputs }) => inputs["domain"]);
  const services = all(resources, tokens.containerService).flatMap(({ inputs }) =>
    Object.values(inputs["services"] as Record<string, { app: string }>).map(
      ({ app }) => `${app}.fly.dev`,
    ),
  );
  const elsewhere = hostsOfOtherStacks(resources);
  const records = all(resources, recordType)
    .filter(({ inputs }) => ["A", "AAAA", "CNAME"].includes(inputs["type"] as string))
    // The record that proves a host to be ours is no host, and its name not known before the certificate exists.
    .flatMap(({ inputs: { name } }) => (typeof name === "string" ? [name] : []))
    .filter((host) => !elsewhere.includes(host));
  return [...new Set([...domains.map(String), ...services, ...records])];
}

/** Hosts in the zone of which the file says that another stack asks them. */
function hostsOfOtherStacks(resources: readonly DeclaredResource[]): string[] {
  return all(resources, tokens.dns).flatMap(({ inputs }) =>
    Object.entries(inputs["records"] as Record<string, PropertyMap>)
      .filter(([, { check }]) => check === false)
      .map(([host]) => host),
  );
}

function checkOf(resources: readonly DeclaredResource[], host: string) {
  return all(resources, checkType).find(
    ({ inputs }) => inputs["fqdn"] === host && inputs["type"] === "HTTPS",
  );
}

/** Whether a subscription by mail or HTTPS, or a chat channel, gets what a topic sends. */
function leadsFrom({ inputs, propertyDependencies }: DeclaredResource, topic: string): boolean {
  const { protocol = "https", endpointAutoConfirms } = inputs;
  const confirmed =
    protocol === "email" || (protocol === "https" && endpointAutoConfirms !== false);
  const topics = [propertyDependencies["topic"], propertyDependencies["snsTopicArns"]].flat();
  return confirmed && topics.includes(topic);
}

/** Requirement: UPT-01, UPT-02, UPT-03, ALRT-12, HOST-13 */
describe.each(stacks)("every public host of %s", (stack) => {
  it("has a health check, and that an alarm which is heard", () => {
    const resources = declared[stack];
    const hosts = publicHosts(resources);
    const graph = new AlertGraph(resources);
    const unheard = new Set(graph.unheard());
    const open = hosts.filter((host) => {
      const check = checkOf(resources, host);
      const alarms = check ? graph.watching(check.urn) : [];
      return !alarms.some((name) => !unheard.has(name));
    });
    expect(hosts.length).toBeGreaterThan(1);
    expect(open).toEqual([]);
  });

  it("is told of by topics that each have someone who can confirm", () => {
    const routes = declared[stack].filter(({ type }) => routeTypes.includes(type));
    const used = new AlertGraph(declared[stack]).alarms.flatMap(
      ({ propertyDependencies }) => propertyDependencies["alarmActions"] ?? [],
    );
    const topics = all(declared[stack], topicType).filter(({ urn }) => used.includes(urn));
    expect(topics).not.toEqual([]);
    const alone = topics.filter(({ urn }) => !routes.some((route) => leadsFrom(route, urn)));
    expect(alone.map(({ name }) => name)).toEqual([]);
  });
});

describe("hosts of other stacks", () => {
  it("are asked by the stacks that they belong to", () => {
    const hosts = stacks.flatMap((stack) => hostsOfOtherStacks(declared[stack]));
    expect(hosts).not.toEqual([]);
    for (const host of hosts) {
      const asking = stacks.filter((stack) => checkOf(declared[stack], host) !== undefined);
      expect(asking, host).toHaveLength(1);
    }
  });
});

/** Requirement: HDR-12, HDR-13, UPT-04, REL-07 */
describe("canaries of prod", () => {
  it("are each watched by an alarm which is heard", () => {
    const graph = new AlertGraph(declared.prod);
    const unheard = graph.unheard();
    const canaries = all(declared.prod, canaryType);
    expect(canaries.map(({ name }) => name).sort()).toEqual([
      "uptime-canary-certificates",
      "uptime-canary-health",
      "uptime-canary-smoke",
    ]);
    for (const { urn } of canaries) {
      const heard = graph.watching(urn).filter((name) => !unheard.includes(name));
      expect(heard).toHaveLength(1);
    }
  });
});

/** Requirement: UPT-05, UPT-06, HOST-06 */
describe("the zone of prod", () => {
  const records = () => all(declared.prod, recordType).map(({ inputs }) => inputs);

  it("switches the app's host by a check that no switch of DNS misleads", () => {
    const check = checkOf(declared.prod, "app.velocity-platform.com");
    const primary = declared.prod.find(({ name }) => name === "dns-primary");
    expect(primary?.inputs).toMatchObject({ name: "app.velocity-platform.com", ttl: 60 });
    expect(primary?.propertyDependencies["healthCheckId"]).toContain(check?.urn);
    expect(check?.inputs).toMatchObject({
      ...{ ipAddress: "76.76.21.21", resourcePath: "/api/health" },
      ...{ requestInterval: 30, failureThreshold: 2, enableSni: true },
    });
    expect(declared.prod.find(({ name }) => name === "dns-standby")?.inputs).toMatchObject({
      records: ["app-backup.velocity-platform.com"],
    });
  });

  it("is made by prod alone, with a record for every further host", () => {
    const zones = stacks.flatMap((stack) => all(declared[stack], "aws:route53/zone:Zone"));
    expect(zones.map(({ inputs }) => inputs["name"])).toEqual(["velocity-platform.com"]);
    expect(records().map(({ name }) => name)).toEqual(
      expect.arrayContaining(
        ["", "www.", "app-backup.", "status.", "assets.", "dev.", "staging."].map(
          (label) => `${label}velocity-platform.com`,
        ),
      ),
    );
  });
});
