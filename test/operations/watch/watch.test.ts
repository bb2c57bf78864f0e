import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blamed } from "../../../operations/watch/blame";
import { decide, type Round, type WatchLimits } from "../../../operations/watch/decide";
import { watchRelease } from "../../../operations/watch/watch";

/* Requirement: DR-14, REL-08 */

const from = new Date("2026-11-21T12:00:00Z");
const later = (seconds: number) => new Date(from.getTime() + seconds * 1000);
const limits = (over: Partial<WatchLimits> = {}): WatchLimits => ({
  ...{ from, until: later(600), planned: 400, sustained: 3 },
  ...over,
});
/** A round every fifteen seconds, ten questions each. */
const rounds = (...failed: string[][]): Round[] =>
  failed.map((names, at) => ({ at: later(at * 15), asked: 10, failed: names }));
const after = (failed: string[][], over?: Partial<WatchLimits>) => {
  const decision = decide(rounds(...failed), limits(over));
  return decision.state === "roll back" ? decision.because : decision.state;
};

describe("what the rounds after a release mean", () => {
  it("go on while nothing fails and time is left, and good at its end", () => {
    expect(after([])).toBe("go on");
    expect(after([[], []])).toBe("go on");
    expect(after([[], []], { until: later(15) })).toBe("good");
  });

  it("roll back as soon as one check fails three times in a row", () => {
    expect(after([["a"], ["a"]])).toBe("go on");
    expect(after([["a"], ["a", "b"], ["a"]], { planned: 10_000 })).toBe(
      "a failed 3 times in a row",
    );
    expect(after([["a"], [], ["a"], ["a"]], { planned: 10_000 })).toBe("go on");
    expect(after([["a"], ["b"], ["c"]], { planned: 10_000 })).toBe("go on");
  });

  it("roll back once the line cannot be held for the whole watch", () => {
    expect(after([["a"], [], ["b"]])).toBe("go on");
    expect(after([["a"], [], ["b"], [], ["c"]])).toBe(
      "3 of 50 questions failed: 99.5 % cannot be held any more",
    );
  });

  it("forgive one blip, however short the watch", () => {
    expect(after([["a"], []], { planned: 20, until: later(15) })).toBe("good");
    expect(after([["a", "b"]], { planned: 20 })).toContain("2 of 10 questions failed");
  });

  it("do not end on a failure: it is asked once more", () => {
    expect(after([[], ["a"]], { until: later(15) })).toBe("go on");
    expect(after([[], ["a"], []], { until: later(15) })).toBe("good");
  });

  it("never call a release good that failed at its end, or fell below the line", () => {
    const names = fc.subarray(["a", "b", "c"]);
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 12 }), (failed) => {
        const all = rounds(...failed);
        const planned = all.length * 10;
        const decision = decide(all, limits({ planned, until: all.at(-1)!.at }));
        if (decision.state !== "good") return;
        expect(failed.at(-1)).toEqual([]);
        expect(failed.flat().length).toBeLessThanOrEqual(Math.max(1, planned * 0.005));
      }),
    );
  });
});

describe("watching a release", () => {
  const watched = async (failed: string[][], over?: Partial<WatchLimits>) => {
    let clock = 0;
    let round = 0;
    return watchRelease(limits(over), {
      now: () => later(clock),
      ask: () => Promise.resolve({ asked: 10, failed: failed[round++] ?? [] }),
      pause: (milliseconds) => {
        clock += milliseconds / 1000;
        return Promise.resolve();
      },
      every: 15_000,
    });
  };

  it("asks until the time is over", async () => {
    const { decision, rounds } = await watched([]);
    expect(decision).toEqual({ state: "good" });
    expect(rounds).toHaveLength(41);
  });

  it("ends at the first failure that lasts", async () => {
    const { decision, rounds } = await watched([[], ["a"], ["a"], ["a"]], { planned: 10_000 });
    expect(decision).toMatchObject({ state: "roll back" });
    expect(rounds).toHaveLength(4);
  });
});

describe("whose release is bad", () => {
  const services = [{ name: "hub", host: "hub.fly.dev" }];
  const app = "app.example.com";

  it.each([
    [[[app, "requests"]], "frontend"],
    [[[app, "health"]], "frontend"],
    [[["hub.fly.dev", "health"]], "hub"],
    [
      [
        ["hub.fly.dev", "health"],
        [app, "health"],
      ],
      "hub",
    ],
    [
      [
        ["hub.fly.dev", "health"],
        [app, "requests"],
      ],
      "frontend",
    ],
  ] as const)("where %j fail: %s", (failed, service) => {
    const checks = failed.map(([host, group]) => ({ host, group }));
    expect(blamed(checks, services)).toBe(service);
  });
});
