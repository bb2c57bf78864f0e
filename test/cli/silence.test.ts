import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { silenceWatch } from "../../cli/engine/silence";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("silenceWatch", () => {
  it("ends what says nothing for as long as it may", () => {
    const watch = silenceWatch(1000);
    vi.advanceTimersByTime(999);
    expect([watch.fired(), watch.signal.aborted]).toEqual([false, false]);
    vi.advanceTimersByTime(1);
    expect([watch.fired(), watch.signal.aborted]).toEqual([true, true]);
  });

  it("starts anew with every word", () => {
    const watch = silenceWatch(1000);
    vi.advanceTimersByTime(999);
    watch.heard();
    vi.advanceTimersByTime(999);
    expect(watch.fired()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(watch.fired()).toBe(true);
  });

  it("waits for ever without a limit, and for nothing once it has ended", () => {
    const patient = silenceWatch(undefined);
    const ended = silenceWatch(1000);
    patient.heard();
    ended.end();
    ended.heard();
    vi.advanceTimersByTime(10_000_000);
    expect([patient.fired(), ended.fired()]).toEqual([false, false]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
