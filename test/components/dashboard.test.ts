import { describe, expect, it } from "vitest";
import { Dashboard, type DashboardArgs } from "../../components/dashboard";
import { dashboardBody, groups, type Widget } from "../../components/dashboard/body";
import { logMetrics } from "../../core/log-metrics";
import { find, listOf, onMocks, type Registered } from "../support/mocks";
import { aws } from "./alerts/args";

const smallest: DashboardArgs = {
  product: "shop",
  tier: "prod",
  owner: "web-team",
  level: "enterprise",
  services: {
    web: { kind: "hosting" },
    database: { kind: "database" },
    hub: { kind: "container" },
  },
  alarmArns: { failing: "arn:failing", "web-high-error-rate": "arn:web" },
  healthCheckIds: { app: "id-of-app" },
};
const declare = (args: DashboardArgs, preview = false) =>
  onMocks(() => new Dashboard("dashboard", args), { ...aws, preview });

const Component = "groundwork:alerts:Dashboard";
const Type = "aws:cloudwatch/dashboard:Dashboard";

const widgetsOf = (resources: readonly Registered[]) =>
  (JSON.parse(find(resources, Type).inputs.dashboardBody as string) as { widgets: Widget[] })
    .widgets;

// Requirement: ALRT-16
describe("Dashboard", () => {
  it("is one page, named after product and tier", async () => {
    const { resources } = await declare(smallest);
    expect(listOf(resources)).toEqual([`${Type} dashboard`, `${Component} dashboard`]);
    expect(find(resources, Type).inputs.dashboardName).toBe("shop-prod");
    expect(find(resources, Component).outputs).toEqual({ dashboardName: "shop-prod" });
  });

  it("shows every alarm, then what is seen from outside, then a row for each service", async () => {
    const widgets = widgetsOf((await declare(smallest)).resources);
    expect(
      widgets.map(({ type, properties }) => properties.title ?? properties.markdown ?? type),
    ).toEqual([
      "# shop, prod\nOwner: web-team",
      "Alarms",
      "Healthy from outside",
      "Places that find it healthy, percent",
      "## web",
      ...["Requests and errors", "Time to answer, p95", "Use", "Security"],
      "## database",
      ...["Requests and errors", "Time to answer, p95", "How full"],
      "## hub",
      ...["Requests and errors", "Time to answer, p95", "How full", "Use", "Security"],
    ]);
    expect(widgets[1]?.properties.alarms).toEqual(["arn:failing", "arn:web"]);
    expect(widgets[2]?.properties).toMatchObject({
      region: "us-east-1",
      metrics: [
        ["AWS/Route53", "HealthCheckStatus", "HealthCheckId", "id-of-app", { label: "app" }],
      ],
    });
    expect(widgets[5]?.properties).toMatchObject({
      region: "ca-central-1",
      metrics: [
        ["shop/prod/web", "Requests"],
        ["shop/prod/web", "Errors5xx"],
        ["shop/prod/web", "LogErrors"],
      ],
    });
  });

  it("places widgets on 24 columns, none over another", async () => {
    const widgets = widgetsOf((await declare(smallest)).resources);
    const cells = widgets.flatMap(({ x, y, width, height }) =>
      Array.from(
        { length: width * height },
        (_, i) => `${x + (i % width)},${y + Math.floor(i / width)}`,
      ),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { x, width } of widgets) expect(x + width).toBeLessThanOrEqual(24);
  });

  it("has a place for every metric that logs publish", () => {
    expect(groups.flatMap(({ metrics }) => metrics).sort()).toEqual(Object.keys(logMetrics).sort());
  });

  it("shows nothing that a level does not measure, and no empty widget", () => {
    const facts = { region: "ca-central-1", alarmArns: [], healthChecks: {} };
    const body = dashboardBody({ ...smallest, level: "basic" }, facts);
    const shown = body.widgets.flatMap(
      ({ properties }) => (properties.metrics ?? []) as string[][],
    );
    expect(shown.map(([, name]) => name).sort()).toEqual([
      "ActivePreviewSessions",
      "DatabaseConnections",
      "Duration",
      "Duration",
      "Errors5xx",
      "Errors5xx",
    ]);
    expect(body.widgets.map(({ type }) => type)).not.toContain("alarm");
  });

  it("shows a hundred alarms at most, as AWS does", () => {
    const alarmArns = Array.from({ length: 120 }, (_, i) => `arn:${i}`);
    const facts = { region: "ca-central-1", alarmArns, healthChecks: {} };
    const alarm = dashboardBody(smallest, facts).widgets.find(({ type }) => type === "alarm");
    expect(alarm?.properties.alarms).toHaveLength(100);
  });

  it("can be previewed while alarms are not there yet, and keeps ARNs out of its own inputs", async () => {
    const { resources } = await declare(smallest, true);
    expect(find(resources, Component).inputs).not.toHaveProperty("alarmArns");
  });

  it("lets a transform have the last word", async () => {
    const transform = {
      dashboard: (args: { dashboardName: unknown }) => void (args.dashboardName = "x"),
    };
    const { resources } = await declare({ ...smallest, transform });
    expect(find(resources, Type).inputs.dashboardName).toBe("x");
  });
});
