import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TestCloud } from "../server/harness";

const types = {
  monitor: "aws:rum/appMonitor:AppMonitor",
  pool: "aws:cognito/identityPool:IdentityPool",
  roles: "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
};

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await TestCloud.open();
});
afterEach(() => cloud.close());

// Requirement: ALRT-17
describe("RUM on the sandbox", () => {
  const inputs = { name: "shop-prod-web-vitals", domainLists: ["shop.example.com"] };

  it("gives an app monitor an id, and takes its name once", async () => {
    const { id, properties } = await cloud.create(types.monitor, "one", inputs);
    expect(id).toBe("shop-prod-web-vitals");
    expect(properties).toMatchObject({
      appMonitorId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      arn: "arn:aws:rum:us-east-1:123456789012:appmonitor/shop-prod-web-vitals",
      cwLogGroup: "",
    });
    await expect(cloud.create(types.monitor, "two", inputs)).rejects.toThrow("ConflictException");
  });

  it("names the log group of a copy after monitor and id", async () => {
    const { properties } = await cloud.create(types.monitor, "one", {
      ...inputs,
      cwLogEnabled: true,
    });
    const { appMonitorId, cwLogGroup } = properties as Record<string, string>;
    const id = appMonitorId?.slice(0, 8);
    expect(cwLogGroup).toBe(`/aws/vendedlogs/RUMService_shop-prod-web-vitals${id}`);
  });
});

describe("identity pools on the sandbox", () => {
  it("may share a name, and have roles once they are there", async () => {
    const pool = { identityPoolName: "guests", allowUnauthenticatedIdentities: true };
    const first = await cloud.create(types.pool, "one", pool);
    const second = await cloud.create(types.pool, "two", pool);
    expect(first.id).toMatch(/^us-east-1:[0-9a-f-]{36}$/);
    expect(second.id).not.toBe(first.id);
    const roles = { unauthenticated: "arn:aws:iam::123456789012:role/guests" };
    const given = { identityPoolId: first.id, roles };
    expect((await cloud.create(types.roles, "roles", given)).id).toBe(first.id);
    const lost = { identityPoolId: "us-east-1:gone", roles };
    await expect(cloud.create(types.roles, "lost", lost)).rejects.toThrow(
      "ResourceNotFoundException",
    );
  });
});
