import { describe, expect, it } from "vitest";
import { Logs, type LogsArgs } from "../../../components/logs";
import { onMocks } from "../../support/mocks";

const smallest: LogsArgs = {
  product: "shop",
  tier: "dev",
  owner: "web-team",
  retentionInDays: 7,
  groups: { web: { kind: "hosting", metrics: [] } },
};
const declared = (args: Partial<LogsArgs>) =>
  onMocks(() => new Logs("logs", { ...smallest, ...args }));

describe("Logs refuse", () => {
  const cases: [string, Partial<LogsArgs>, string][] = [
    [
      "a metric that such lines never carry",
      { groups: { db: { kind: "database", metrics: ["QueryDuration", "Requests"] } } },
      "logs.groups.db.metrics[1]: Requests, which lines of database do not carry",
    ],
    [
      "a service whose name CloudWatch does not take",
      { groups: { "a b": { kind: "hosting", metrics: [] } } },
      "logs.groups.a b: a b",
    ],
    ["a product whose name CloudWatch does not take", { product: "a:b" }, "logs.product: a:b"],
    [
      "a product too long for the name of a function",
      { product: "p".repeat(60) },
      "at most 64 in the name of a function",
    ],
    [
      "an intake that nobody may use",
      { intake: {} },
      "logs.intake: neither drainSecret nor tokenSecret",
    ],
    [
      "a drain of a service that is not there",
      { intake: { drainSecret: "DRAIN", drainService: "app" } },
      "logs.intake.drainService: app, no service",
    ],
    ["a trail without a bucket", { trail: { bucket: "audit" } }, "logs.trail.bucket: no bucket"],
  ];

  it.each(cases)("%s", async (_, args, message) => {
    await expect(declared(args)).rejects.toThrow(message);
  });

  it("everything at once", async () => {
    const refused = declared({ intake: {}, trail: { bucket: "audit" } });
    await expect(refused).rejects.toThrow(/logs\.intake:[^]*logs\.trail\.bucket:/);
  });
});
