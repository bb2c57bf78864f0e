import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Lifetime } from "../../../sandbox/daemon/lifetime";

let ended = 0;
beforeEach(() => {
  ended = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const live = (stays = false) =>
  new Lifetime({ stays, graceMs: 1_000, firstLeaseMs: 30_000 }, () => (ended += 1));

describe("a daemon's life", () => {
  test("ends when nobody ever comes", () => {
    live();
    vi.advanceTimersByTime(29_999);
    expect(ended).toBe(0);
    vi.advanceTimersByTime(1);
    expect(ended).toBe(1);
  });

  test("lasts as long as one lease does, and a little longer", () => {
    const life = live();
    const [one, two] = [life.lease(), life.lease()];
    one();
    vi.advanceTimersByTime(100_000);
    expect([ended, life.leases]).toEqual([0, 1]);
    two();
    vi.advanceTimersByTime(999);
    expect(ended).toBe(0);
    vi.advanceTimersByTime(1);
    expect(ended).toBe(1);
  });

  test("goes on when the next lease comes in time", () => {
    const life = live();
    life.lease()();
    vi.advanceTimersByTime(999);
    life.lease();
    vi.advanceTimersByTime(100_000);
    expect(ended).toBe(0);
  });

  test("is not shortened by a lease that is given back twice", () => {
    const life = live();
    const one = life.lease();
    life.lease();
    one();
    one();
    expect(life.leases).toBe(1);
  });

  test.each([
    ["from its start", (): Lifetime => live(true)],
    [
      "once it was told to stay",
      (): Lifetime => {
        const life = live();
        life.stay();
        return life;
      },
    ],
  ])("has no end %s", (_when, make) => {
    const life = make();
    life.lease()();
    vi.advanceTimersByTime(10_000_000);
    expect([ended, life.stays]).toEqual([0, true]);
  });
});
