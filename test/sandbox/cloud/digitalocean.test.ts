import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Properties, TestCloud } from "../server/harness";
import { appOf } from "./inputs/digitalocean";

const type = "digitalocean:index/app:App";
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await TestCloud.open();
});
afterEach(() => cloud.close());

const make = (name: string, more: Properties = {}) => cloud.create(type, name, appOf(name, more));

describe("an app", () => {
  test("answers from a host of its own until a domain is the primary one", async () => {
    const { id, properties } = await make("shop");
    const host = /^shop-[a-z0-9]{5}\.ondigitalocean\.app$/;
    expect(id).toMatch(uuid);
    expect(properties["liveDomain"]).toMatch(host);
    expect(properties["liveUrl"]).toBe(`https://${properties["liveDomain"] as string}`);
    expect(properties["defaultIngress"]).toBe(properties["liveUrl"]);
    expect(properties).toMatchObject({ appUrn: `do:app:${id}`, dedicatedIps: [] });
    expect(properties["activeDeploymentId"]).toMatch(uuid);
    expect(properties["createdAt"]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000 UTC$/);
  });

  test("is live at its primary domain", async () => {
    const domainNames = [
      { name: "example.com", type: "ALIAS" },
      { name: "www.example.com", type: "PRIMARY" },
    ];
    const { properties } = await make("shop", { domainNames });
    expect(properties).toMatchObject({
      liveDomain: "www.example.com",
      liveUrl: "https://www.example.com",
    });
    expect(properties["defaultIngress"]).toMatch(/\.ondigitalocean\.app$/);
  });

  test("speaks from two addresses of its own where the spec asks for them", async () => {
    const { properties } = await make("shop", { egresses: [{ type: "DEDICATED_IP" }] });
    expect(properties["dedicatedIps"]).toHaveLength(2);
  });

  test("cannot take a domain that another app serves", async () => {
    const domainNames = [{ name: "www.example.com", type: "PRIMARY" }];
    await make("first", { domainNames });
    await expect(make("second", { domainNames })).rejects.toThrow(
      '409 domain "www.example.com" is already in use by another app',
    );
  });

  test("has its variables' scope filled in, and never its type", async () => {
    const { inputs } = await cloud.check(
      type,
      "it",
      appOf("shop", { envs: [{ key: "A", value: "v" }] }),
    );
    expect(inputs["spec"]).toMatchObject({
      envs: [{ key: "A", value: "v", scope: "RUN_AND_BUILD_TIME" }],
    });
  });
});
