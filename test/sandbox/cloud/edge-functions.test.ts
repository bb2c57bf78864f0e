import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Properties, secret, TestCloud } from "../server/harness";

const type = "supabase:index/edgeFunction:EdgeFunction";
const secretsType = "supabase:index/edgeFunctionSecrets:EdgeFunctionSecrets";

let cloud: TestCloud;
let projectRef: string;
beforeEach(async () => {
  cloud = await TestCloud.open();
  write("one");
  const project = { name: "db", organizationId: "o", region: "eu-west-1" };
  const inputs = { ...project, databasePassword: secret("pw12") };
  projectRef = (await cloud.create("supabase:index/project:Project", "db", inputs)).id;
});
afterEach(() => cloud.close());

const file = () => join(cloud.home, "index.ts");
const write = (text: string) => writeFileSync(file(), text);
const inputs = (): Properties => ({
  ...{ projectRef, slug: "checkout", name: "checkout", entrypoint: "index.ts" },
});

describe("an edge function on the sandbox cloud", () => {
  it("is unchanged while its file is", async () => {
    const { properties } = await cloud.create(type, "it", inputs());
    const olds = { inputs: inputs(), state: properties };
    expect((await cloud.diffFrom(type, "it", olds, inputs())).diffs).toEqual([]);
  });

  it("is deployed anew when its file is another", async () => {
    const { id, properties } = await cloud.create(type, "it", inputs());
    write("two");
    const olds = { inputs: inputs(), state: properties };
    const { diffs, replaces } = await cloud.diffFrom(type, "it", olds, inputs());
    expect({ diffs, replaces }).toEqual({ diffs: ["localChecksum"], replaces: [] });
    const change = { id, oldInputs: inputs(), olds: properties, news: inputs() };
    const after = await cloud.update(type, "it", change);
    expect(after.localChecksum).not.toBe(properties.localChecksum);
  });

  it("is refused without its file", async () => {
    rmSync(file());
    await expect(cloud.create(type, "it", inputs())).rejects.toThrow(
      "Unable to read function file: open index.ts: no such file or directory",
    );
  });

  it("is refused a second time under the same slug", async () => {
    await cloud.create(type, "it", inputs());
    await expect(cloud.create(type, "other", inputs())).rejects.toThrow(
      "Function checkout already exists",
    );
  });
});

describe("the secrets of edge functions on the sandbox cloud", () => {
  it("answer the SHA-256 of each value", async () => {
    const secrets = [{ name: "MAIL_KEY", value: secret("abc") }];
    const { properties } = await cloud.create(secretsType, "it", { projectRef, secrets });
    expect(properties).toMatchObject({
      secretDigests: {
        MAIL_KEY: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      },
    });
  });
});
