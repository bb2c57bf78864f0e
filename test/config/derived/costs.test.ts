import { describe, expect, it } from "vitest";
import { parseSettings } from "../../../config/parse";
import { profileOf } from "../../../config/profile";
import { meters } from "../../../catalogue/usage";
import { nodesAt, shapeOfSettings } from "../../../config/shape";
import { edited, everyKeyFile, sectionsOf } from "../support";

const prod = sectionsOf("Pulumi.prod.yaml");

interface Around {
  stack?: string;
  awsRegion?: string;
}

function costsOf(edits: Readonly<Record<string, unknown>>, around?: Around) {
  const parsed = parseSettings(edited({ ...prod, costs: {} }, edits), around);
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  return profileOf(parsed.settings).costs;
}

describe("costs, as the profile carries them", () => {
  it("name meters in one word, and keep the figures of single resources", () => {
    const figure = { low: 1, expected: 2, high: 2 };
    const usage = { storage: { storedGb: figure, reads: 0 } };
    const resources = { "storage-assets": { "storage.reads": 5 } };
    expect(costsOf({ costs: { usage, resources } })).toMatchObject({
      usage: { "storage.storedGb": figure, "storage.reads": 0 },
      resources,
    });
    expect(costsOf({})).toMatchObject({ usage: {}, resources: {} });
  });

  it("tell AWS's region, and assume the oldest where none is set", () => {
    expect(costsOf({}, { awsRegion: "ca-central-1" })?.awsRegion).toBe("ca-central-1");
    expect(costsOf({}, { awsRegion: "" })?.awsRegion).toBe("us-east-1");
    expect(costsOf({})?.awsRegion).toBe("us-east-1");
  });

  it.each([
    { who: "a lone stack of tier prod", stack: "live", tier: "prod", share: 1, by: "live" },
    { who: "staging beside prod", stack: "staging", tier: "staging", share: 0, by: "prod" },
    { who: "dev beside prod", stack: "dev", tier: "dev", share: 0, by: "prod" },
    { who: "the owner", owner: "live", stack: "live", tier: "staging", share: 1, by: "live" },
    { who: "a second prod", owner: "live", stack: "other", tier: "prod", share: 0, by: "live" },
    { who: "an unnamed stack, by its tier", owner: "prod", tier: "prod", share: 1, by: "prod" },
  ])("count what accounts are billed once in $who", ({ owner, stack, tier, share, by }) => {
    const edits = { "stack.tier": tier, shared: owner === undefined ? undefined : { owner } };
    const around = stack === undefined ? {} : { stack };
    expect(costsOf(edits, around)).toMatchObject({ share, countedBy: by });
  });

  it("count the share that the file says", () => {
    const around = { stack: "dev" };
    const said = (share: number) => costsOf({ "stack.tier": "dev", costs: { share } }, around);
    expect(said(0.25)).toMatchObject({ share: 0.25, countedBy: "prod" });
    expect(said(1)).toMatchObject({ share: 1, countedBy: "dev" });
  });

  it("have a key for every meter of the catalogue, that says what it counts", () => {
    const undescribed = Object.entries(meters).filter(([id, { describe }]) => {
      const [node] = nodesAt(["costs", "usage", ...id.split(".")], [shapeOfSettings()]);
      return !node?.description?.startsWith(describe);
    });
    expect(undescribed.map(([id]) => id)).toEqual([]);
  });
});

describe("a misspelt meter", () => {
  it.each([
    ["of the stack", { usage: { storage: { storedGB: 1 } } }, "costs.usage.storage.storedGB"],
    [
      "of a resource",
      { resources: { "storage-assets": { "storage.storedGB": 1 } } },
      'costs.resources.storage-assets["storage.storedGB"]',
    ],
    ["of the stack, in a misspelt room", { usage: { storag: {} } }, "costs.usage.storag"],
  ])("%s is told, with the one that was meant", (_, costs, path) => {
    const parsed = parseSettings({ ...prod, costs });
    expect(parsed).toMatchObject({
      problems: [
        {
          path: `groundwork:${path}`,
          found: "unknown key",
          fix: expect.stringMatching(/^did you mean (storage\.)?(storedGb|storage)\?$/) as string,
        },
      ],
    });
  });
});

describe("limits of the estimate", () => {
  it("go into the profile beside the sums, and only those that are said", () => {
    const parsed = parseSettings(sectionsOf(everyKeyFile));
    if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
    expect(profileOf(parsed.settings).budget).toEqual({
      monthlyUsd: 400.5,
      awsUsd: 0.01,
      owner: "finance",
      warnAtPercent: 70,
      highMultiple: 1.25,
      largestIncrease: { usd: 40.5, percent: 20 },
      notPricedPercent: 2,
      oldestPriceDays: 90,
    });
    const plain = parseSettings(edited(prod, { "budget.warnAtPercent": 50 }));
    if ("problems" in plain) throw new Error(JSON.stringify(plain.problems));
    expect(Object.keys(profileOf(plain.settings).budget)).toEqual([
      "monthlyUsd",
      "awsUsd",
      "owner",
      "warnAtPercent",
    ]);
  });
});
