import { describe, expect, it } from "vitest";
import { isRepeatable, responseTimes } from "../../../operations/responses/measure";
import { type Check, credentialPlace } from "../../../operations/smoke/check";
import type { CheckResult } from "../../../operations/smoke/run";

const url = "https://app.example.com/api/health?key=abc";
const result = (
  milliseconds: number | undefined,
  more: Partial<CheckResult> = {},
): CheckResult => ({
  ...{ name: "health", group: "health", host: "app.example.com", url, findings: [], attempts: 1 },
  ...(milliseconds !== undefined && { milliseconds }),
  ...more,
});
const bad = { findings: [{ what: "status", expected: "200", served: "500" }] };

// Requirement: REL-13
describe("measured response times", () => {
  it("are the median of an address's answers, without its query", () => {
    expect(responseTimes([[result(90)], [result(10)], [result(40)]], 3)).toEqual([
      { address: "app.example.com/api/health", milliseconds: 40, samples: 3 },
    ]);
  });

  it("leave out what was not as declared or not answered, and then an address with too few", () => {
    const rounds = [[result(10)], [result(1, bad)], [result(30)], [result(undefined)]];
    expect(responseTimes(rounds, 2)).toMatchObject([{ milliseconds: 20, samples: 2 }]);
    expect(responseTimes(rounds, 3)).toEqual([]);
  });

  it("are of what changes nothing and carries no credential", () => {
    const check: Check = {
      ...{ name: "home", group: "requests", host: "app.example.com", url, question: {} },
      expects: { kind: "status", statuses: [200] },
    };
    expect(isRepeatable(check)).toBe(true);
    expect(isRepeatable({ ...check, group: "headers" })).toBe(false);
    expect(isRepeatable({ ...check, question: { method: "POST" } })).toBe(false);
    expect(isRepeatable({ ...check, authenticated: true })).toBe(false);
    expect(isRepeatable({ ...check, body: { key: credentialPlace } })).toBe(false);
  });
});
