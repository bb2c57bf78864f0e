import Ajv2020 from "ajv/dist/2020";
import { describe, expect, it } from "vitest";
import { createHandler, type LogEvent } from "../../components/logs/intake/handler.mjs";
import { logMetrics } from "../../core/log-metrics";
import schema from "../../schema/log-line.schema.json";
import { textOf } from "../config/support";

const isLine = new Ajv2020({ allErrors: true }).compile(schema);
const fields = Object.keys(schema.properties);
const least = { timestamp: "2026-11-21T12:00:00.000Z", level: "info", service: "web" };

// Requirement: LOG-02
describe("the schema of a log line", () => {
  it.each(Object.entries(logMetrics))("knows what %s reads", (_, { pattern, value }) => {
    const read = [...`${pattern} ${value}`.matchAll(/\$\.([A-Za-z]+)/g)].map(([, field]) => field);
    expect(fields).toEqual(expect.arrayContaining(read));
    const event = /\$\.event = "(\w+)"/.exec(pattern)?.[1];
    if (event) expect(schema.properties.event.enum).toContain(event);
  });

  it("knows no event that nothing counts", () => {
    const counted = Object.values(logMetrics).map(({ pattern }) => pattern);
    for (const event of schema.properties.event.enum) {
      expect(counted).toContain(`{ $.event = "${event}" }`);
    }
  });

  it("takes the least, and fields of one's own", () => {
    expect(isLine(least)).toBe(true);
    expect(isLine({ ...least, tenant: "acme" })).toBe(true);
  });

  it.each([
    ["no level", { ...least, level: undefined }],
    ["a level of its own", { ...least, level: "notice" }],
    ["a time without a zone", { ...least, timestamp: "2026-11-21T12:00:00" }],
    ["a status as text", { ...least, status: "500" }],
    ["a duration below 0", { ...least, durationMs: -1 }],
    ["an event that nobody counts", { ...least, event: "sign_in" }],
  ])("refuses %s", (_, line) => {
    expect(isLine(JSON.parse(JSON.stringify(line)))).toBe(false);
  });

  it("is what the intake makes of a line of Vercel", async () => {
    const stored: LogEvent[] = [];
    const handle = createHandler(
      { groups: { web: "/web" }, drainService: "web", environment: "prod", maxBodyBytes: 10_000 },
      {
        now: () => Date.parse(least.timestamp),
        readSecrets: () => Promise.resolve({ drainSecret: "", token: "t" }),
        put: (_, events) => Promise.resolve(void stored.push(...events)),
      },
    );
    const body = JSON.stringify([{ service: "web", level: "FATAL", message: "x", status: 500 }]);
    const headers = { authorization: "Bearer t" };
    await handle({ requestContext: { http: { method: "POST" } }, headers, body });
    expect(stored.map(({ message }) => isLine(JSON.parse(message)))).toEqual([true]);
  });

  it("is explained field by field in the guide", () => {
    const guide = textOf("docs/guides/logs.md");
    for (const field of fields) expect(guide).toContain(`\`${field}\``);
  });
});
