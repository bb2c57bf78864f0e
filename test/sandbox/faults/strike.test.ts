import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readLedger } from "../../../sandbox/client/ledger";
import { type Fault } from "../../../sandbox/faults/fault";
import { TestCloud } from "../server/harness";

const type = "vercel:index/project:Project";
const other = "vercel:index/projectDomain:ProjectDomain";

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await TestCloud.open();
});
afterEach(() => cloud.close());

const arm = (extra: Partial<Fault>) =>
  cloud.host.services.faults.arm({
    type,
    op: "create",
    nth: 1,
    mode: "fail",
    when: "before",
    ...extra,
  });

const create = () => cloud.create(type, "web", { name: "shop" });
const made = () => readLedger(cloud.home).objects.length;

/** Waits for what another connection brings about. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

describe("fail", () => {
  test("before the effect answers an error and makes nothing; the next one works", async () => {
    arm({ message: "the vendor is on holiday" });
    await expect(create()).rejects.toThrow("the vendor is on holiday");
    expect(made()).toBe(0);
    await create();
    expect(made()).toBe(1);
  });

  test("after the effect answers an error although the object is there", async () => {
    arm({ when: "after" });
    await expect(create()).rejects.toThrow(`fault 1: create of ${type} failed`);
    expect(made()).toBe(1);
  });

  test.each(["update", "delete", "read", "check", "diff"] as const)(
    "strikes a %s too",
    async (op) => {
      const { id, properties } = await create();
      arm({ op });
      const inputs = { name: "shop" };
      const calls = {
        update: () =>
          cloud.update(type, "web", {
            id,
            oldInputs: inputs,
            olds: properties,
            news: { name: "new" },
          }),
        delete: () => cloud.delete(type, "web", id),
        read: () => cloud.read(type, "web", id),
        check: () => cloud.check(type, "web", inputs),
        diff: () => cloud.diff(type, "web", inputs, inputs),
      };
      await expect(calls[op]()).rejects.toThrow(`fault 1: ${op} of ${type} failed`);
      await expect(calls[op]()).resolves.not.toThrow();
    },
  );

  test("does not strike previews", async () => {
    arm({});
    await cloud.create(type, "web", { name: "shop" }, { preview: true });
    await expect(create()).rejects.toThrow("fault 1");
  });

  test("strikes only the stack it was armed for", async () => {
    arm({ stack: "prod" });
    await create();
    await expect(
      cloud.create(type, "web", { name: "shop-prod" }, { stack: "prod" }),
    ).rejects.toThrow("fault 1");
  });
});

describe("delay", () => {
  test.each([
    ["before", 0],
    ["after", 1],
  ] as const)(
    "%s the effect holds the answer back while %i objects are there, then answers",
    async (when, during) => {
      arm({ mode: "delay", when, delayMs: 500 });
      const asked = create();
      await until(() => cloud.host.services.faults.armed.length === 0);
      expect(made()).toBe(during);
      expect((await asked).id).toMatch(/^prj_/);
      expect(made()).toBe(1);
    },
  );

  test("that nobody waits for any more has no effect", async () => {
    arm({ mode: "delay", delayMs: 60_000 });
    const ended = new Promise<number | undefined>((resolve) => {
      const request = cloud.createRequest(type, "web", { name: "shop" });
      const call = cloud.start("vercel", "create", request, (error) => resolve(error?.code));
      void until(() => cloud.host.services.faults.armed.length === 0).then(() => call.cancel());
    });
    expect(await ended).toBe(1);
    expect(made()).toBe(0);
  });
});

describe("drop-reply", () => {
  test.each([
    ["before", 0],
    ["after", 1],
  ] as const)("%s the effect never answers, and leaves %i objects", async (when, left) => {
    arm({ mode: "drop-reply", when });
    let answered = false;
    const request = cloud.createRequest(type, "web", { name: "shop" });
    const call = cloud.start("vercel", "create", request, () => (answered = true));
    await until(() => cloud.host.services.faults.armed.length === 0);
    await cloud.check(type, "other", { name: "other" });
    expect([answered, made()]).toEqual([false, left]);
    call.cancel();
  });
});

describe("exit", () => {
  test.each([
    ["before", 0],
    ["after", 1],
  ] as const)("%s the effect breaks the connection, and leaves %i objects", async (when, left) => {
    arm({ mode: "exit", when });
    await expect(create()).rejects.toMatchObject({ code: 14 });
    expect(made()).toBe(left);
    expect(cloud.host.down).toEqual(["vercel"]);
  });

  test("breaks every other call on that provider, and none on another", async () => {
    arm({ type: other, op: "check", mode: "drop-reply" });
    arm({ mode: "exit" });
    const held = cloud.check(other, "d", { projectId: "p", domain: "a.example" });
    await until(() => cloud.host.services.faults.armed.length === 1);
    await expect(create()).rejects.toMatchObject({ code: 14 });
    await expect(held).rejects.toMatchObject({ code: 14 });
    await expect(cloud.invoke("aws:index/getPartition:getPartition", {})).resolves.toBeDefined();
  });

  test("is over once the servers are revived, and the cloud is as it was", async () => {
    arm({ mode: "exit", when: "after" });
    await expect(create()).rejects.toMatchObject({ code: 14 });
    await cloud.host.revive();
    expect(cloud.host.down).toEqual([]);
    cloud.reconnect("vercel");
    await expect(create()).rejects.toThrow('Project "shop" already exists');
    expect(made()).toBe(1);
  });
});
