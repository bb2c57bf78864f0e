import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { renderFly } from "../../hosts/fly/render";
import type { ServiceSpec } from "../../render/service";
import { textOf } from "../config/support";
import { inputOf, withProgram } from "./support/stacks";

/* The whole of prod with and without the service that the guide adds: what it brings, and nothing else. */

const page = readFileSync("docs/guides/one-more-service.md", "utf8");
const block = /^```yaml\n([^]*?)\n```$/m.exec(page)?.[1]?.split("\n") ?? [];
const section = "\n  groundwork:services:\n";

let without: readonly DeclaredResource[];
let withIt: readonly DeclaredResource[];
beforeAll(async () => {
  const text = textOf("Pulumi.prod.yaml");
  const entry = block.map((line) => `    ${line}\n`).join("");
  await withProgram(async (run) => {
    without = await run("prod", text);
    withIt = await run("prod", text.replace(section, section + entry));
  });
}, 300_000);

/** Types and names of what the service adds. */
function added(): string[] {
  const before = new Set(without.map(({ urn }) => urn));
  const fresh = withIt.filter(({ urn }) => !before.has(urn));
  return fresh.map(({ type, name }) => `${type.split(":").at(-1)} ${name}`).sort();
}

function changed(): string[] {
  const before = new Map(without.map(({ urn, inputs }) => [urn, JSON.stringify(inputs)]));
  return withIt
    .filter(({ urn, inputs }) => before.has(urn) && before.get(urn) !== JSON.stringify(inputs))
    .map(({ name }) => name)
    .sort();
}

const addedOf = (start: string) => added().filter((it) => it.split(" ")[1]?.startsWith(start));

/** An input of a component, without the service and with it. */
function beforeAndAfter(token: string, name: string, path: string[]): unknown[] {
  return [without, withIt].map((resources) => {
    const reading = inputOf(resources, [token, name], path);
    return reading.state === "known" ? reading.value : reading;
  });
}

const services = () =>
  beforeAndAfter(tokens.containerService, "services", ["services"])[1] as Record<
    string,
    ServiceSpec
  >;

// Requirement: ENV-05, ENV-06
describe("one more service in prod, in about ten lines,", () => {
  it("is about ten lines", () => {
    expect(block.length).toBeGreaterThan(5);
    expect(block.length).toBeLessThanOrEqual(10);
  });

  it("has the hosting of its tier, and a file of its own", () => {
    expect(services().notifications).toMatchObject({
      app: "velocity-notifications",
      org: "velocity",
      regions: ["iad", "sjc", "lhr"],
      primaryRegion: "iad",
      scale: { min: 3, max: 9 },
      limits: { cpus: 1, memoryMb: 512, connections: { hard: 100, soft: 80 } },
      strategy: "bluegreen",
    });
    const files = Object.entries(services()).map(([service, spec]) =>
      renderFly(spec, { service, stack: "prod", tier: "prod" }),
    );
    expect(files.map(({ file }) => file).sort()).toEqual([
      "notifications/fly.toml",
      "orchestrator/fly.toml",
    ]);
    const own = files.find(({ file }) => file.startsWith("notifications"));
    expect(own?.text).toContain('app = "velocity-notifications"');
  });

  it("is asked from outside whether it is well, and somebody hears when it is not", () => {
    const host = "uptime-velocity-notifications.fly.dev";
    expect(addedOf("uptime")).toEqual([`HealthCheck ${host}`, `MetricAlarm ${host}-alarm`]);
    const check = inputOf(withIt, ["aws:route53/healthCheck:HealthCheck", host], ["resourcePath"]);
    expect(check).toEqual({ state: "known", value: "/health" });
  });

  it("has an alarm for errors, time, load, connections, silence and privileged acts", () => {
    expect(addedOf("alerts")).toEqual([
      "CompositeAlarm alerts-notifications-unwell",
      "MetricAlarm alerts-notifications-connections-high",
      "MetricAlarm alerts-notifications-cpu-high",
      "MetricAlarm alerts-notifications-high-error-rate",
      "MetricAlarm alerts-notifications-high-error-ratio",
      "MetricAlarm alerts-notifications-high-response-time",
      "MetricAlarm alerts-notifications-logs-silent",
      "MetricAlarm alerts-notifications-memory-high",
      "MetricAlarm alerts-notifications-privileged-acts",
    ]);
  });

  it("has a log group, and the metrics that its alarms read", () => {
    const [group, ...filters] = addedOf("logs");
    expect(group).toBe("LogGroup logs-group-notifications");
    expect(
      filters.map((it) => it.replace("LogMetricFilter logs-filter-notifications-", "")),
    ).toEqual([
      "AccessDenied",
      "ActivePreviewSessions",
      "CpuPercent",
      "Duration",
      "Errors5xx",
      "LogErrors",
      "MemoryPercent",
      "OpenConnections",
      "PreviewFailures",
      "PreviewStarts",
      "PrivilegedActs",
      "Requests",
      "SignInFailures",
    ]);
  });

  it("has a row of the dashboard", () => {
    const rows = beforeAndAfter(tokens.dashboard, "dashboard", ["services"]);
    expect(rows.map((it) => Object.keys(it as object).sort())).toEqual([
      ["database", "orchestrator", "web"],
      ["database", "notifications", "orchestrator", "web"],
    ]);
  });

  it("has its share of the budget, which is no more than before", () => {
    expect(beforeAndAfter(tokens.budget, "budget", ["shares"])).toEqual([
      { web: 266.66, database: 266.66, orchestrator: 266.66 },
      { web: 200, database: 200, notifications: 200, orchestrator: 200 },
    ]);
    const limits = beforeAndAfter(tokens.budget, "budget", ["monthlyUsd"]);
    expect(limits).toEqual([800, 800]);
  });

  it("is promised to users as other services of its kind are", () => {
    const promised = beforeAndAfter(tokens.uptimeChecks, "uptime", ["objectives"]);
    const figures = promised.map((it) => (it as Record<string, number>).notifications);
    expect(figures).toEqual([undefined, 99.9]);
  });

  it("adds nothing else, takes nothing away, and changes what speaks of all services", () => {
    expect(added()).toHaveLength(25);
    expect(added().filter((it) => !it.includes("notifications"))).toEqual([]);
    const left = new Set(withIt.map(({ urn }) => urn));
    expect(without.filter(({ urn }) => !left.has(urn))).toEqual([]);
    expect(changed()).toEqual([
      "alerts",
      "alerts-failing",
      "alerts-mute-weekly",
      "alerts-release-watch",
      "budget",
      "dashboard",
      "logs",
      "logs-copies-stream",
      "logs-intake-rights",
      "logs-key",
      "logs-query-errors",
      "logs-query-live",
      "logs-query-response-times",
      "logs-query-security",
      "services",
      "uptime",
      "uptime-canary-certificates",
      "uptime-canary-health",
      "uptime-canary-script",
      "uptime-canary-smoke",
      "uptime-overall",
    ]);
  });
});
