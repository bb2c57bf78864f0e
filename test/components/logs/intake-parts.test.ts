import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBatches } from "../../../components/logs/intake/batches.mjs";
import type { LogEvent } from "../../../components/logs/intake/handler.mjs";
import { mask, masked, shortenIp } from "../../../components/logs/intake/mask.mjs";

const day = 86_400_000;
const sizeOf = (batch: LogEvent[]) =>
  batch.reduce((sum, { message }) => sum + Buffer.byteLength(message) + 26, 0);

describe("a batch", () => {
  const event = fc.record({
    timestamp: fc.integer({ min: 0, max: 5 * day }),
    message: fc.integer({ min: 1, max: 200_000 }).map((length) => "é".repeat(length / 2 + 1)),
  });

  it("is one that CloudWatch Logs takes, and no event is lost or doubled", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const batches = toBatches(events);
        expect(batches.flat()).toEqual([...events].sort((a, b) => a.timestamp - b.timestamp));
        for (const batch of batches) {
          expect(sizeOf(batch)).toBeLessThanOrEqual(1_048_576);
          expect(batch.at(-1)!.timestamp - batch[0]!.timestamp).toBeLessThan(day);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("has 10,000 events at most", () => {
    const events = Array.from({ length: 20_001 }, () => ({ timestamp: 1, message: "x" }));
    expect(toBatches(events).map((batch) => batch.length)).toEqual([10_000, 10_000, 1]);
  });

  it("is not made of nothing", () => {
    expect(toBatches([])).toEqual([]);
  });
});

// Requirement: CONF-29
describe("an address is shortened to its network", () => {
  it.each([
    ["203.0.113.7", "203.0.113.0"],
    ["2001:db8:1:2::7", "2001:db8:1::"],
    ["::1", "::"],
    ["999.1.1.1", "999.1.1.1"],
    ["12:30:00", "12:30:00"],
  ])("%s is %s", (address, shortened) => {
    expect(shortenIp(address)).toBe(shortened);
  });

  it.each([
    ["from 203.0.113.7:443 to 10.0.0.1.", "from 203.0.113.0:443 to 10.0.0.0."],
    ["[2001:db8:1:2::7]:443 at 12:30:00", "[2001:db8:1::]:443 at 12:30:00"],
    ["::ffff:203.0.113.7", "::ffff:203.0.113.0"],
    ["forwarded for 203.0.113.7,198.51.100.9", "forwarded for 203.0.113.0,198.51.100.0"],
    ["std::vector at 2026-11-21T12:30:00.000Z", "std::vector at 2026-11-21T12:30:00.000Z"],
  ])("in the text %j", (text, hidden) => {
    expect(mask(text)).toBe(hidden);
  });

  it("wherever it stands", () => {
    expect(mask({ proxy: { clientIp: "203.0.113.7", hops: ["198.51.100.9"] } })).toEqual({
      proxy: { clientIp: "203.0.113.0", hops: ["198.51.100.0"] },
    });
  });
});

describe("a secret is masked", () => {
  it.each([
    ["password"],
    ["userPassword"],
    ["access_token"],
    ["Authorization"],
    ["set-cookie"],
    ["apiKey"],
    ["SUPABASE_SERVICE_ROLE_KEY"],
    ["x-api-key"],
  ])("by the name %s", (name) => {
    expect(mask({ [name]: "hunter2-hunter2", other: 1 })).toEqual({ [name]: masked, other: 1 });
  });

  it.each(["tokenCount", "keyboard", "passwordLength", "secretary"])(
    "but not by the name %s",
    (name) => {
      expect(mask({ [name]: "four" })).toEqual({ [name]: "four" });
    },
  );

  it.each([
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-def",
    "sbp_0123456789abcdef0123",
    "ghp_0123456789abcdef0123",
    "AKIAIOSFODNN7EXAMPLE",
  ])("by its look: %s", (secret) => {
    expect(mask(`before ${secret} after`)).toBe(`before ${masked} after`);
  });

  it.each([
    ["postgres://app:hunter2@db:5432/x", `postgres://app:${masked}@db:5432/x`],
    ["Authorization: Bearer abcdefgh12345", `Authorization: Bearer ${masked}`],
    ["GET /cb?access_token=abc&x=1", `GET /cb?access_token=${masked}&x=1`],
    ['{"password": "hunter2", "a": 1}', `{"password": "${masked}", "a": 1}`],
  ])("within a text: %j", (text, hidden) => {
    expect(mask(text)).toBe(hidden);
  });

  it("in a text of any kind without taking for ever", () => {
    const hostile = [
      "a-".repeat(60_000),
      "eyJ-".repeat(30_000),
      "1.".repeat(60_000),
      "a:".repeat(60_000),
    ];
    for (const text of hostile) expect(mask(text)).toBe(text);
  });
});
