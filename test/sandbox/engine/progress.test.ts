import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startStep } from "../../../sandbox/engine/progress.mjs";

function listener(isTTY = false) {
  const said: string[] = [];
  return { said, isTTY, columns: 40, write: (text: string) => said.push(text) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("progress in plain lines", () => {
  test("begins with what is done and how long to expect", () => {
    const stream = listener();
    startStep("Building", { stream, hint: "5 minutes" });
    expect(stream.said).toEqual(["Building (5 minutes) …\n"]);
  });

  test("says every 10 seconds what is happening", () => {
    const stream = listener();
    const step = startStep("Building", { stream });
    vi.advanceTimersByTime(10_000);
    step.update("7 packages");
    vi.advanceTimersByTime(10_000);
    expect(stream.said.slice(1)).toEqual(["Building, 10 s\n", "Building, 7 packages, 20 s\n"]);
  });

  test("ends with its result, and is silent from then on", () => {
    const stream = listener();
    startStep("Building", { stream }).end("Built.");
    vi.advanceTimersByTime(60_000);
    expect(stream.said.slice(1)).toEqual(["Built.\n"]);
  });
});

describe("progress on a terminal", () => {
  test("rewrites one line each second, cut to the width", () => {
    const stream = listener(true);
    const step = startStep("Building", { stream });
    step.update("a very long name of a package of this module");
    vi.advanceTimersByTime(1000);
    expect(stream.said).toEqual(["\r\x1b[2KBuilding, a very long name of a packag…"]);
  });

  test("leaves nothing behind without a result", () => {
    const stream = listener(true);
    startStep("Building", { stream }).end();
    expect(stream.said).toEqual(["\r\x1b[2K"]);
  });
});
