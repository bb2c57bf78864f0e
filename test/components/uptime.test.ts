import { describe, expect, it } from "vitest";
import { UptimeChecks, type UptimeChecksArgs } from "../../components/uptime";
import { find, listOf, onMocks } from "../support/mocks";

const declare = (args: UptimeChecksArgs) => onMocks(() => new UptimeChecks("uptime", args));
const app = { fqdn: "app.example.com" };

const HealthCheck = "aws:route53/healthCheck:HealthCheck";
const Component = "groundwork:uptime:UptimeChecks";

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
        tags: { Name: "app.example.com/api/health" },
      },
    });
    expect(find(resources, HealthCheck).inputs).not.toHaveProperty("regions");
  });

  it("declares one health check for each check, named from its key", async () => {
    const { resources } = await declare({
      checks: { app, status: { fqdn: "status.example.com" } },
    });
    expect(listOf(resources)).toEqual([
      `${HealthCheck} uptime-app`,
      `${HealthCheck} uptime-status`,
      `${Component} uptime`,
    ]);
  });

  it("declares nothing in AWS when there is nothing to check", async () => {
    const { resources } = await declare({ checks: {} });
    expect(listOf(resources)).toEqual([`${Component} uptime`]);
    expect(find(resources, Component).outputs).toEqual({ healthCheckIds: {} });
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
    });
  });

  it("repeats its args as inputs", async () => {
    const args: UptimeChecksArgs = { checks: { app }, defaults: { failureThreshold: 3 } };
    const { resources } = await declare(args);
    expect(find(resources, Component).inputs).toEqual(args);
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
    expect(find(resources, Component).inputs).toEqual({ checks: { app } });
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
  ])("refuses %o", async (check, message) => {
    const args = { checks: { app: check } } as unknown as UptimeChecksArgs;
    await expect(declare(args)).rejects.toMatchObject({ message });
  });
});
