import { afterAll, describe, expect, it } from "vitest";
import { UNKNOWN } from "../../core/value";
import { fixtureFolder, run } from "./support";

const fixtures = fixtureFolder();
afterAll(() => fixtures.remove());

const access = JSON.stringify({ accountId: "123456789012" });

async function topicNames(config: Record<string, string>) {
  const resources = await run(fixtures.compile("known-answers"), { config });
  const topics = resources.filter(({ type }) => type === "aws:sns/topic:Topic");
  return Object.fromEntries(topics.map(({ name, inputs }) => [name, inputs.name]));
}

describe("functions of providers, offline", () => {
  it("answer the region and the account that the stack's own config says, and nothing else", async () => {
    const config = { "aws:region": "ca-central-1", "groundwork:access": access };
    expect(await topicNames(config)).toEqual({
      here: "123456789012-ca-central-1",
      partition: UNKNOWN,
      named: UNKNOWN,
      other: UNKNOWN,
    });
  });

  it.each<[string, Record<string, string>]>([
    ["no region", { "groundwork:access": access }],
    ["no access", { "aws:region": "ca-central-1" }],
    ["no account", { "aws:region": "ca-central-1", "groundwork:access": "{}" }],
    ["an account that is no text", { "aws:region": "x", "groundwork:access": '{"accountId":1}' }],
    ["a section that is no JSON", { "aws:region": "x", "groundwork:access": "none" }],
  ])("are unknown where config says %s", async (_, config) => {
    expect((await topicNames(config)).here).toBe(UNKNOWN);
  });
});
