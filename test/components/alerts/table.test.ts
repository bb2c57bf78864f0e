import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { watchOf } from "../../../components/alerts/alarms";
import { alarmRows, composites } from "../../../components/alerts/table";
import { parseSettings } from "../../../config/parse";
import { alertClasses, monitoringLevels } from "../../../core/alerts";
import { awsMetrics } from "../../../core/aws-metrics";
import { logMetrics, usedMetrics } from "../../../core/log-metrics";
import { prometheusMetrics } from "../../../core/prometheus-metrics";
import { sectionsOf, stacks } from "../../config/support";
import { full } from "./args";

function settingsOf(stack: string) {
  const parsed = parseSettings(sectionsOf(`Pulumi.${stack}.yaml`));
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.settings;
}

const ids = [...alarmRows, ...composites].map(({ id }) => id);
const rank = (level: (typeof monitoringLevels)[number]) => monitoringLevels.indexOf(level);

describe("the table of alarms", () => {
  it("names each alarm once", () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  // Requirement: ALRT-11
  it("has every class in prod", () => {
    const { alarms } = watchOf(settingsOf("prod").alerts);
    expect(new Set(alarms.map((it) => it.class))).toEqual(new Set(alertClasses));
  });

  // Requirement: ALRT-12
  it.each(["staging", "prod"])("has an alarm for errors of every service of %s", (stack) => {
    const { alerts } = settingsOf(stack);
    const { alarms } = watchOf(alerts);
    const errors = alarms.filter((it) => it.class === "critical").map(({ service }) => service);
    expect(errors.sort()).toEqual(Object.keys(alerts.services).sort());
  });

  it("has an alarm for every service of dev, and for errors of all that answer requests", () => {
    const { alerts } = settingsOf("dev");
    const { alarms } = watchOf(alerts);
    const services = Object.keys(alerts.services);
    expect(new Set(alarms.flatMap(({ service }) => service ?? []))).toEqual(new Set(services));
    expect(alarms.filter(({ row }) => row === "high-error-rate")).toHaveLength(services.length - 1);
  });

  // Requirement: ALRT-13
  it.each([
    ["dev", "basic"],
    ["staging", "standard"],
    ["prod", "enterprise"],
  ] as const)("is for %s that of level %s", (stack, level) => {
    const { alerts } = settingsOf(stack);
    expect(alerts.level).toBe(level);
    const cache = { kind: "cache", cache: { name: "shop-cache", dataGb: 5 } } as const;
    // Browsers are asked in prod alone.
    const web = { kind: "hosting", appMonitor: "shop-web-vitals" } as const;
    const worker = { kind: "worker" } as const;
    const services = { ...alerts.services, cache, web, worker };
    const rows = new Set(watchOf({ ...alerts, services }).alarms.map(({ row }) => row));
    expect([...rows].sort()).toEqual(
      alarmRows
        .filter(({ from }) => rank(from) <= rank(level))
        .map(({ id }) => id)
        .sort(),
    );
  });

  // Requirement: ALRT-22
  it.each(alarmRows)("reads for $id only what is published at its level", (row) => {
    const { source, of, from } = row;
    if (source.kind === "aws") {
      const published: Record<string, readonly string[]> = awsMetrics[source.namespace];
      expect(published[source.name]).toEqual(Object.keys(source.dimensions));
      return;
    }
    const names =
      source.kind === "math"
        ? Object.values(source.metrics).map(({ name }) => name)
        : [source.name];
    expect(of).not.toBe("stack");
    for (const kind of of)
      expect(usedMetrics(kind as never, from)).toEqual(expect.arrayContaining(names));
    for (const name of names) expect(logMetrics).toHaveProperty(name);
  });

  it.each(alarmRows.filter(({ source }) => source.kind === "math"))(
    "uses in the expression of $id the metrics it names, and no others",
    ({ source }) => {
      if (source.kind !== "math") throw new Error("not an expression");
      const words = [...source.expression.matchAll(/\b[a-z]+\b/g)].map(([word]) => word);
      expect(new Set(words)).toEqual(new Set(Object.keys(source.metrics)));
    },
  );

  it.each(alarmRows)(
    "lets $id last for whole windows that CloudWatch takes",
    ({ window, holds }) => {
      const seconds = typeof holds === "number" ? holds : holds(full.services.hub!);
      expect(window % 60).toBe(0);
      expect(seconds % window).toBe(0);
      expect(seconds).toBeLessThanOrEqual(86_400);
    },
  );

  it.each(alarmRows)(
    "says of $id what missing data means, and why",
    ({ missing, missingWhy, why }) => {
      expect(["notBreaching", "breaching", "ignore"]).toContain(missing);
      for (const text of [missingWhy, why]) expect(text).toMatch(/.{10,}[^.]$/);
    },
  );

  it("waits for a sign of life only where silence is the fault", () => {
    const breaching = alarmRows.filter(({ missing }) => missing === "breaching");
    expect(breaching.map(({ id }) => id)).toEqual(["logs-silent"]);
  });

  it("makes composite alarms of rows that are there", () => {
    const rows: string[] = alarmRows.map(({ id }) => id);
    for (const { any, unless } of composites)
      expect(rows).toEqual(expect.arrayContaining([...any, ...unless]));
  });

  // Requirement: DR-17
  it.each([...alarmRows, ...composites].map((row) => ({ id: row.id, page: row.class })))(
    "has a runbook for $id",
    ({ id, page }) => {
      expect(headingsOf(`docs/runbooks/${page}.md`)).toContain(`## ${id}`);
    },
  );

  it("has no runbook for an alarm that is gone", () => {
    const written = alertClasses.flatMap((page) => headingsOf(`docs/runbooks/${page}.md`));
    expect(written.map((heading) => heading.replace("## ", "")).sort()).toEqual([...ids].sort());
  });

  // Requirement: DR-17
  it("says the steps of an incident in their order", () => {
    expect(headingsOf("docs/runbooks/incident.md")).toEqual(
      [
        "Assess",
        "Roll back",
        "Inform",
        "Find the root cause",
        "Fix",
        "Review",
        "Update the procedure",
      ].map((step) => `## ${step}`),
    );
  });

  it.each(stacks)(
    "gives every alarm of %s a link to its runbook, its owner, and text that AWS takes",
    (stack) => {
      const { alerts } = settingsOf(stack);
      const { alarms, composites: made } = watchOf(alerts);
      for (const it of [...alarms, ...made]) {
        expect(it.runbook).toBe(`${alerts.runbooks}/${it.class}.md#${it.row}`);
        expect(it.description).toContain(`What to do: ${it.runbook} Owner: platform-team`);
        expect(it.description.length).toBeLessThanOrEqual(1024);
        expect(it.name).toMatch(/^[a-z0-9-]{1,255}$/);
      }
    },
  );

  // Requirement: ALRT-08, CONF-26
  it("uses in PromQL only the metric that it names, with labels that it has", () => {
    for (const { metric, query } of alarmRows.flatMap(({ prometheus }) => prometheus ?? [])) {
      const { type, labels: known } = prometheusMetrics[metric];
      const suffix = type === "histogram" ? "_bucket" : "";
      const uses = [...query.matchAll(/\b(\w+)\{([^}]*)\}/g)];
      expect(uses.length).toBeGreaterThan(0);
      for (const [, name, labels = ""] of uses) {
        expect(name).toBe(`${metric}${suffix}`);
        const used = labels.split(",").filter((label) => label !== "$app");
        expect(known).toEqual(expect.arrayContaining(used.map((label) => label.split(/[=!~]/)[0])));
      }
      if (type === "counter") expect(query).toContain("rate(");
    }
  });
});

function headingsOf(page: string): string[] {
  return readFileSync(page, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("## "));
}
