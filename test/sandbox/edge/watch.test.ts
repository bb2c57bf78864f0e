import { describe, expect, test } from "vitest";
import { stateOf } from "../../../sandbox/edge/watch/alarm";
import { afterAnswer, asResolved, unasked } from "../../../sandbox/edge/watch/health";
import type { InboxMessage } from "../../../sandbox/edge/watch/notify";
import { ruleHolds } from "../../../sandbox/edge/watch/rule";
import { Watcher } from "../../../sandbox/edge/watch/watcher";
import { checkId, handMade } from "./hand-made";

const start = Date.parse("2026-03-01T12:00:00Z");
const second = 1000;

function watch() {
  const { estate } = handMade();
  const inbox: InboxMessage[] = [];
  const state = { isUp: true, asked: 0 };
  const watcher = new Watcher({
    ...{ estate, start, deliver: (messages) => void inbox.push(...messages) },
    probe: () => {
      state.asked += 1;
      return Promise.resolve(state.isUp);
    },
  });
  return { watcher, inbox, state, advance: (seconds: number) => watcher.advance("prod", seconds) };
}

const after = (events: { at: string; name: string; to: string }[]) =>
  events.map(({ at, name, to }) => `${(Date.parse(at) - start) / second} ${name} ${to}`);

// Requirement: UPT-03
describe("a host that goes down", () => {
  test("is seen by its check after the threshold, by the alarm after a whole minute of it, and told to who subscribed", async () => {
    const { advance, state, inbox } = watch();
    await advance(130);
    state.isUp = false;
    inbox.length = 0;
    expect(after(await advance(180))).toEqual([
      "190 app.shop.example/api/health unhealthy",
      "240 uptime-app ALARM",
      '240 https://pager.example ALARM: "uptime-app" in us-east-1',
      '240 oncall@shop.example ALARM: "uptime-app" in us-east-1',
      "240 anything ALARM",
    ]);
    expect(inbox).toMatchObject([
      {
        ...{ protocol: "https", to: "https://pager.example", confirmed: true, state: "ALARM" },
        text: "The app is down. State change: OK -> ALARM.",
      },
      { protocol: "email", confirmed: false },
    ]);
    state.isUp = true;
    expect(after(await advance(240)).slice(0, 2)).toEqual([
      "370 app.shop.example/api/health healthy",
      "420 uptime-app OK",
    ]);
  });

  test("is asked no more often than declared, and not for another stack", async () => {
    const { watcher, state, advance } = watch();
    await advance(120);
    expect(state.asked).toBe(4);
    expect(await watcher.advance("dev", 120)).toEqual([]);
    expect(state.asked).toBe(4);
  });

  // Requirement: UPT-05
  test("leaves DNS when the record of the last resolver has run out", async () => {
    const { watcher, advance, state } = watch();
    state.isUp = false;
    await advance(40);
    expect([watcher.statusOf(checkId), watcher.isHealthy(checkId, 60)]).toEqual([false, true]);
    await advance(60);
    expect(watcher.isHealthy(checkId, 60)).toBe(false);
  });
});

describe("the status of a check", () => {
  const answers = (text: string) =>
    [...text].reduce(
      (status, answer, index) =>
        afterAnswer(status, { isGood: answer === "+", threshold: 3, now: index }),
      unasked,
    );

  test.each([
    ["--", true],
    ["---", false],
    ["--+--", true],
    ["---++", false],
    ["---+++", true],
  ])("after %s is healthy: %s", (text, healthy) => {
    expect(answers(text).healthy).toBe(healthy);
  });

  test("that never changed is known to every resolver", () => {
    expect(asResolved(unasked, 60, 0)).toBe(true);
  });
});

describe("the state of an alarm", () => {
  const alarm = { ...handMade().estate().alarms[0]!, periods: 3, datapoints: 2 };
  const minute = 60 * second;
  const points = (...values: (number | undefined)[]) =>
    values.flatMap((value, index) =>
      value === undefined ? [] : [{ at: start + index * minute, value }],
    );
  const state = (values: (number | undefined)[], missing = "missing") =>
    stateOf({ ...alarm, missing }, points(...values), { now: start + 3 * minute, before: "OK" });

  test.each([
    [[1, 1, 1], "missing", "OK"],
    [[1, 1, 0], "missing", "OK"],
    [[0, 1, 0], "missing", "ALARM"],
    [[0, undefined, undefined], "missing", "OK"],
    [[0, undefined, undefined], "breaching", "ALARM"],
    [[undefined, undefined, undefined], "missing", "INSUFFICIENT_DATA"],
    [[undefined, undefined, undefined], "notBreaching", "OK"],
    [[undefined, undefined, undefined], "ignore", "OK"],
  ])("of %o, a missing one counting as %s, is %s", (values, missing, expected) => {
    expect(state(values, missing)).toBe(expected);
  });

  test("looks at whole periods alone", () => {
    const now = start + 3 * minute + 59 * second;
    const late = [...points(1, 1, 1), { at: now - second, value: 0 }];
    expect(stateOf({ ...alarm, datapoints: 1 }, late, { now, before: "OK" })).toBe("OK");
  });
});

describe("a rule over alarms", () => {
  const states: Record<string, "OK" | "ALARM"> = { a: "ALARM", b: "OK" };
  const holds = (rule: string) => ruleHolds(rule, (name) => states[name]);

  test.each([
    ['ALARM("a")', true],
    ['ALARM("b") OR ALARM("a")', true],
    ['ALARM("a") AND ALARM("b")', false],
    ['ALARM("a") OR ALARM("b") AND ALARM("b")', true],
    ['(ALARM("a") OR ALARM("b")) AND NOT (ALARM("a"))', false],
    ["OK(b) AND NOT FALSE", true],
    ['ALARM("arn:aws:cloudwatch:us-east-1:123456789012:alarm:a")', true],
    ['INSUFFICIENT_DATA("unknown")', false],
  ])("%s: %s", (rule, expected) => expect(holds(rule)).toBe(expected));

  test.each(['ALARM("a") ALARM("b")', '(ALARM("a")', "AND", "ALARM(", ""])(
    "%o is refused",
    (rule) => expect(() => holds(rule)).toThrow("rule"),
  );
});
