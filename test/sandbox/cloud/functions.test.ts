import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Properties, secret, TestCloud } from "../server/harness";

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await TestCloud.open();
});
afterEach(() => cloud.close());

const database = "supabase:index/project:Project";
const inputs = {
  organizationId: "o",
  region: "eu-west-1",
  name: "db",
  databasePassword: secret("pw12"),
};

describe("AWS", () => {
  test("tells the account", async () => {
    const { result } = await cloud.invoke("aws:index/getCallerIdentity:getCallerIdentity", {});
    expect(result).toMatchObject({ accountId: "123456789012", id: "123456789012" });
  });

  test("tells the region asked for, else the provider's, else us-east-1", async () => {
    const region = async (args: Properties) =>
      (await cloud.invoke("aws:index/getRegion:getRegion", args)).result["region"];
    expect(await region({})).toBe("us-east-1");
    await cloud.configure("aws", { region: "eu-central-1" });
    expect(await region({})).toBe("eu-central-1");
    expect(await region({ region: "sa-east-1" })).toBe("sa-east-1");
  });
});

describe("Supabase", () => {
  test("gives the same keys for a project every time, all of them secret, and others for another project", async () => {
    const [one, two] = [
      await cloud.create(database, "a", inputs),
      await cloud.create(database, "b", inputs),
    ];
    const keysOf = async (projectRef: string) =>
      (await cloud.invoke("supabase:index/getApikeys:getApikeys", { projectRef })).result;
    const keys = await keysOf(one.id);
    expect(await keysOf(one.id)).toEqual(keys);
    const closed = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
    for (const name of ["anonKey", "serviceRoleKey", "publishableKey", "secretKeys"]) {
      expect(keys[name]).toMatchObject(closed);
      expect((await keysOf(two.id))[name]).not.toEqual(keys[name]);
    }
    expect(keys["projectRef"]).toBe(one.id);
  });

  test("gives the pooler's URL with a placeholder for the password", async () => {
    const { id } = await cloud.create(database, "a", inputs);
    const { result } = await cloud.invoke("supabase:index/getPooler:getPooler", { projectRef: id });
    expect(result["url"]).toEqual({
      transaction: `postgresql://postgres.${id}:[YOUR-PASSWORD]@aws-0-eu-west-1.pooler.supabase.com:6543/postgres`,
    });
  });

  test.each(["getApikeys", "getPooler", "getNetworkBans"])(
    "%s of a project that is not there is refused",
    async (name) => {
      const asked = cloud.invoke(`supabase:index/${name}:${name}`, {
        projectRef: "abcdefghijklmnopqrst",
      });
      await expect(asked).rejects.toThrow("got status 404");
    },
  );
});

describe("Vercel", () => {
  test("finds a project by its name, without what is secret in it", async () => {
    const environments = [{ key: "A", value: secret("v"), sensitive: true, targets: ["preview"] }];
    const { id } = await cloud.create("vercel:index/project:Project", "web", {
      name: "shop",
      environments,
    });
    const { result } = await cloud.invoke("vercel:index/getProject:getProject", { name: "shop" });
    expect(result).toMatchObject({ id, name: "shop", gitForkProtection: true });
    expect(result).not.toHaveProperty("environments");
  });

  test("finds no project of another name", async () => {
    const asked = cloud.invoke("vercel:index/getProject:getProject", { name: "none" });
    await expect(asked).rejects.toThrow("not_found - Project not found.");
  });
});

describe("any function", () => {
  test("that the sandbox does not know is refused by name", async () => {
    const asked = cloud.invoke("aws:ec2/getAmi:getAmi", {});
    await expect(asked).rejects.toThrow(
      "the sandbox cloud does not know the function aws:ec2/getAmi:getAmi",
    );
  });

  test("names arguments that are missing or too many", async () => {
    const { failures } = await cloud.invoke("supabase:index/getPooler:getPooler", { project: "x" });
    expect(failures).toEqual([
      { property: "projectRef", reason: "is required" },
      { property: "project", reason: "is no argument of supabase:index/getPooler:getPooler" },
    ]);
  });
});
