import { describe, expect, it } from "vitest";
import { find, listOf } from "../support/mocks";
import {
  Alarm,
  app,
  type Args,
  Component,
  context,
  declare,
  HealthCheck,
  tags,
  topics,
} from "./uptime-declared";

describe("UptimeChecks", () => {
  it("asks a host by HTTPS with the defaults", async () => {
    const { resources } = await declare({ checks: { app } });
    expect(find(resources, HealthCheck)).toMatchObject({
      name: "uptime-app",
      parent: `${Component} uptime`,
      inputs: {
        type: "HTTPS",
        enableSni: true,
        fqdn: "app.example.com",
        resourcePath: "/api/health",
        port: 443,
        requestInterval: 30,
        failureThreshold: 2,
        measureLatency: false,
        tags: { ...tags, Name: "app.example.com/api/health" },
      },
    });
    expect(find(resources, HealthCheck).inputs).not.toHaveProperty("regions");
  });

  it("declares a health check and an alarm for each check, named from its key", async () => {
    const { resources } = await declare({
      checks: { app, status: { fqdn: "status.example.com" } },
    });
    expect(listOf(resources)).toEqual([
      `${Alarm} uptime-app-alarm`,
      `${Alarm} uptime-status-alarm`,
      `${HealthCheck} uptime-app`,
      `${HealthCheck} uptime-status`,
      `${Component} uptime`,
    ]);
  });

  it("declares nothing in AWS when there is nothing to check", async () => {
    const { resources } = await declare({ checks: {} });
    expect(listOf(resources)).toEqual([`${Component} uptime`]);
    expect(find(resources, Component).outputs).toEqual({ healthCheckIds: {}, objectives: {} });
  });

  it("lets a check's own word win over the shared defaults, and those over ours", async () => {
    const { resources } = await declare({
      checks: { app: { ...app, failureThreshold: 5, port: 8443 } },
      defaults: {
        failureThreshold: 3,
        requestInterval: 10,
        measureLatency: true,
        regions: ["us-east-1", "eu-west-1", "ap-southeast-2"],
      },
    });
    expect(find(resources, HealthCheck).inputs).toMatchObject({
      failureThreshold: 5,
      port: 8443,
      requestInterval: 10,
      measureLatency: true,
      regions: ["us-east-1", "eu-west-1", "ap-southeast-2"],
      resourcePath: "/api/health",
    });
  });

  it("answers the id of each health check by the check's name", async () => {
    const { resources } = await declare({ checks: { app } });
    expect(find(resources, Component).outputs).toEqual({
      healthCheckIds: { app: "uptime-app-id" },
      objectives: {},
    });
  });

  it("repeats its args as inputs", async () => {
    const args: Args = { checks: { app }, defaults: { failureThreshold: 3 } };
    const { resources } = await declare({ ...args, secrets: { TOKEN: "hush" } });
    expect(find(resources, Component).inputs).toEqual({ ...context, ...args, overall: false });
  });

  it("lets a transform have the last word", async () => {
    const { resources } = await declare({
      checks: { app },
      transform: {
        check: (args, opts, name) => {
          args.disabled = name === "uptime-app";
          opts.protect = true;
        },
      },
    });
    expect(find(resources, HealthCheck).inputs.disabled).toBe(true);
    expect(find(resources, HealthCheck).options.protect).toBe(true);
    expect(find(resources, Component).inputs).not.toHaveProperty("transform");
  });

  it.each([
    [
      { fqdn: "https://app.example.com" },
      "uptime.checks.app.fqdn: https://app.example.com; expected a bare host name such as " +
        "app.example.com; leave out the scheme, the port and the path",
    ],
    [
      { fqdn: "app.example.com:443" },
      "uptime.checks.app.fqdn: app.example.com:443; expected a bare host name such as " +
        "app.example.com; leave out the scheme, the port and the path",
    ],
    [
      { ...app, resourcePath: "health" },
      "uptime.checks.app.resourcePath: health; expected a path that begins with /, such as /api/health",
    ],
    [
      { ...app, regions: ["us-east-1", "eu-west-1"] as const },
      "uptime.checks.app.regions: 2; expected three regions or more, or none for all",
    ],
    [
      { ...app, ipAddress: "app.example.com" },
      "uptime.checks.app.ipAddress: app.example.com; expected an IP address such as 203.0.113.10",
    ],
    [
      { ...app, standby: "https://standby.example.com" },
      "uptime.checks.app.standby: https://standby.example.com; expected a bare host name such as " +
        "app.example.com; leave out the scheme, the port and the path",
    ],
    [
      { ...app, expects: { status: 503 } },
      "uptime.checks.app.expects.status: 503; expected 200 to 399: Route 53 takes every other status for a failure",
    ],
  ])("refuses %o", async (check, message) => {
    const args = { checks: { app: check } } as unknown as Args;
    await expect(declare(args)).rejects.toMatchObject({ message });
  });
});

describe("the alarm of a check", () => {
  it("hears of it in us-east-1, tells the topic of its severity there, and misses no silence", async () => {
    const { resources } = await declare({ checks: { app: { ...app, severity: "warning" } } });
    const topic = topics.global.warning;
    expect(find(resources, Alarm)).toMatchObject({
      name: "uptime-app-alarm",
      parent: `${Component} uptime`,
      options: { dependsOn: ["uptime-app"] },
      inputs: {
        region: "us-east-1",
        name: "shop-prod-uptime-app",
        namespace: "AWS/Route53",
        metricName: "HealthCheckStatus",
        dimensions: { HealthCheckId: "uptime-app-id" },
        comparisonOperator: "LessThanThreshold",
        threshold: 1,
        statistic: "Minimum",
        period: 60,
        evaluationPeriods: 1,
        treatMissingData: "breaching",
        alarmActions: [topic],
        okActions: [topic],
        tags,
      },
    });
  });

  it("says what is wrong, when it goes off, what to do and whom to ask", async () => {
    const { resources } = await declare({ checks: { app } });
    expect(find(resources, Alarm).inputs.alarmDescription).toBe(
      "app.example.com/api/health does not answer well. Goes off when Route 53 sees it down (2 failures, 30 seconds " +
        "apart). What to do: https://wiki.shop.example/runbooks/uptime.md. Owner: web-team.",
    );
  });
});

describe("the check over all others", () => {
  const both = { checks: { app, www: { fqdn: "www.example.com" } } };

  it("is healthy while all of them are", async () => {
    const { resources } = await declare({ ...both, overall: undefined });
    expect(find(resources, HealthCheck, "uptime-overall").inputs).toEqual({
      type: "CALCULATED",
      childHealthchecks: ["uptime-app-id", "uptime-www-id"],
      childHealthThreshold: 2,
      tags: { ...tags, Name: "shop-prod, all hosts" },
    });
    expect(find(resources, Component).outputs).toMatchObject({
      overallCheckId: "uptime-overall-id",
    });
  });

  it("has an alarm on the error budget of its objective", async () => {
    const overall = { objective: 99.5, minHealthy: 1, severity: "critical" } as const;
    const { resources } = await declare({ ...both, overall });
    const check = find(resources, HealthCheck, "uptime-overall");
    expect(check.inputs.childHealthThreshold).toBe(1);
    expect(find(resources, Alarm, "uptime-overall-alarm").inputs).toMatchObject({
      dimensions: { HealthCheckId: "uptime-overall-id" },
      statistic: "Average",
      period: 3600,
      threshold: 0.928,
      treatMissingData: "breaching",
      alarmActions: [topics.global.critical],
    });
  });

  it("is not there where there is nothing to look over", async () => {
    const { resources } = await declare({ checks: {}, overall: {} });
    expect(listOf(resources)).toEqual([`${Component} uptime`]);
  });

  it.each([
    [
      { minHealthy: 3 },
      "uptime.overall.minHealthy: 3; expected a whole number from 1 to 2, the number of checks",
    ],
    [
      { objective: 100 },
      "uptime.overall.objective: 100; expected percent above 90 and below 100, such as 99.9",
    ],
  ])("refuses %o", async (overall, message) => {
    await expect(declare({ ...both, overall })).rejects.toMatchObject({ message });
  });

  it("refuses more checks than Route 53 looks over", async () => {
    const checks = Object.fromEntries(Array.from({ length: 257 }, (_, at) => [`c${at}`, app]));
    await expect(declare({ checks, overall: {} })).rejects.toMatchObject({
      message:
        "uptime.checks: 257 checks; expected at most 256; look over fewer, or give overall: false",
    });
  });
});

/** Requirement: HOST-13, ENV-16, UPT-09 */
describe("objectives", () => {
  it("come out with the minutes of a month that they allow to be down, to the last digit", async () => {
    const objectives = { web: 99.9, orchestrator: 99.9, previews: 99.5, database: 99.99 };
    const { resources } = await declare({ checks: {}, objectives });
    expect(find(resources, Component).outputs?.objectives).toEqual({
      web: { percent: "99.9", errorBudgetMinutes: "43.2" },
      orchestrator: { percent: "99.9", errorBudgetMinutes: "43.2" },
      previews: { percent: "99.5", errorBudgetMinutes: "216" },
      database: { percent: "99.99", errorBudgetMinutes: "4.32" },
    });
  });

  it("are refused where nothing could hold or break them", async () => {
    await expect(declare({ checks: {}, objectives: { web: 100 } })).rejects.toMatchObject({
      message: "uptime.objectives.web: 100; expected percent above 90 and below 100, such as 99.9",
    });
  });
});
