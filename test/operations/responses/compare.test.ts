import { describe, expect, it } from "vitest";
import {
  comparedText,
  compareResponses,
  type ComparedRecord,
  type ResponseLimits,
  slowerIn,
  slowerText,
} from "../../../operations/responses/compare";

const limits: ResponseLimits = { records: 10, factor: 1.5, leastMs: 100, slower: "tell" };
const address = "app.example.com/";
const time = (milliseconds: number) => ({ address, milliseconds, samples: 3 });
const record = (milliseconds: number, more: Partial<ComparedRecord> = {}): ComparedRecord => ({
  ...{ result: "done", responses: [time(milliseconds)] },
  ...more,
});
const past = (...all: number[]) => all.map((milliseconds) => record(milliseconds));
const judge = (
  now: number,
  earlier: readonly ComparedRecord[],
  more: Partial<ResponseLimits> = {},
) => compareResponses([time(now)], earlier, { ...limits, ...more }, false)[0]!;

// Requirement: REL-13
describe("response times against those before", () => {
  it("are as before within the factor, or within the least difference", () => {
    expect(judge(600, past(400, 400, 400))).toMatchObject({ state: "as before", allowed: 600 });
    expect(judge(150, past(50, 50, 50))).toMatchObject({ state: "as before", allowed: 150 });
  });

  it("are slower beyond both, with the figures", () => {
    const found = judge(601, past(400, 300, 500));
    expect(found).toEqual({
      ...{ address, milliseconds: 601, samples: 3, earlier: 3 },
      ...{ state: "slower", before: 400, allowed: 600 },
    });
    expect(judge(151, past(50, 50, 50))).toMatchObject({ state: "slower", allowed: 150 });
    expect(slowerIn([found]).map(slowerText)).toEqual([
      "slower than before: 601 ms (median of 3 requests), 400 ms before (median of 3 records), at most 600 ms allowed",
    ]);
  });

  it("have no verdict with fewer than three earlier records", () => {
    for (const earlier of [[], past(1), past(1, 1)]) {
      const found = judge(9000, earlier);
      expect(found).toEqual({ ...time(9000), earlier: earlier.length, state: "no verdict" });
      expect(comparedText([found])).toBe(
        "response times: no verdict for 1: fewer than 3 earlier records",
      );
    }
  });

  it("count good records alone, of the same kind of cloud, the latest ones", () => {
    const bad = record(9000, { result: "finding" });
    const sandbox = record(9000, { sandbox: true });
    expect(judge(600, [...past(100, 100), bad, sandbox])).toMatchObject({ state: "no verdict" });
    const slowOnce = past(9000, 9000, 9000, 9000, 100, 100, 100);
    expect(judge(600, slowOnce, { records: 3 })).toMatchObject({ state: "slower", before: 100 });
    const own = [sandbox, sandbox, sandbox, ...past(100, 100, 100)];
    expect(compareResponses([time(600)], own, limits, true)[0]).toMatchObject({ before: 9000 });
  });

  it("know nothing of an address that was never asked, nor of records before there were times", () => {
    const old = Array.from({ length: 5 }, (): ComparedRecord => ({ result: "done" }));
    expect(judge(600, old)).toMatchObject({ state: "no verdict", earlier: 0 });
    const other = record(100, { responses: [{ ...time(100), address: "other.example.com/" }] });
    expect(judge(600, [other, other, other])).toMatchObject({ state: "no verdict" });
  });

  it("say how many are as fast as before", () => {
    const verdicts = [judge(100, past(100, 100, 100)), judge(900, past(100, 100, 100))];
    expect(comparedText(verdicts)).toBe("response times: 1 of 2 addresses as fast as before");
    expect(comparedText([])).toBe("response times: not compared, since nothing was measured");
  });
});
