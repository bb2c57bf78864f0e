import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mendCutState } from "../../state/cut-state";
import { lockFolder, type StackPlace, stateFileIn } from "../../state/file-backend";
import type { Host } from "../../state/host";

const now = new Date("2026-03-01T10:05:30Z");
const lock = { pid: 4711, username: "ana", hostname: "desk", timestamp: "2026-03-01T10:00:00Z" };
const state = JSON.stringify({ version: 3, checkpoint: { latest: { resources: [] } } });
const machine = (isAlive = false): Host => ({
  name: "desk",
  ownsPids: true,
  isAlive: () => isAlive,
  startedAt: () => undefined,
});

let place: StackPlace;
beforeEach(() => {
  const folder = mkdtempSync(path.join(tmpdir(), "cut-state-"));
  place = { folder, project: "shop", stack: "dev" };
  mkdirSync(path.dirname(stateFileIn(place)), { recursive: true });
  mkdirSync(lockFolder(place), { recursive: true });
});
afterEach(() => rmSync(place.folder, { recursive: true }));

const attributesFile = () => `${stateFileIn(place)}.attrs`;

interface Left {
  file?: string | undefined;
  before?: string | undefined;
  locked?: boolean;
  /** What the backend keeps beside the file. */
  attributes?: string;
}

function leave({ file, before = state, locked = true, attributes = "{}" }: Left) {
  writeFileSync(attributesFile(), attributes);
  if (file !== undefined) writeFileSync(stateFileIn(place), file);
  writeFileSync(`${stateFileIn(place)}.bak`, before);
  if (locked) writeFileSync(path.join(lockFolder(place), "0e.json"), JSON.stringify(lock));
}

describe("the state that a killed engine left", () => {
  it.each([
    ["cut short", state.slice(0, 20)],
    ["empty", ""],
    ["moved away", undefined],
  ])("%s is taken from before its last write", (_what, file) => {
    leave({ file });
    expect(mendCutState(place, machine(), now)).toEqual(["state"]);
    expect(readFileSync(stateFileIn(place), "utf8")).toBe(state);
  });

  it.each(["", '{"user.content_type":"te'])(
    "loses attributes cut to %j, and keeps the rest",
    (attributes) => {
      leave({ file: state, attributes });
      expect(mendCutState(place, machine(), now)).toEqual(["attributes"]);
      expect(existsSync(attributesFile())).toBe(false);
      expect(readFileSync(stateFileIn(place), "utf8")).toBe(state);
    },
  );

  it("is put right when both were cut", () => {
    leave({ file: "", attributes: "" });
    expect(mendCutState(place, machine(), now)).toEqual(["state", "attributes"]);
  });

  it("whole stays as it is", () => {
    const newer = JSON.stringify({ version: 3, checkpoint: {} });
    leave({ file: newer });
    expect(mendCutState(place, machine(), now)).toEqual([]);
    expect(readFileSync(stateFileIn(place), "utf8")).toBe(newer);
  });

  it.each([
    ["while its engine runs", { file: "" }, true],
    ["with cut attributes while its engine runs", { file: state, attributes: "" }, true],
    ["of a stack that nobody held: it may have been removed", { locked: false }, false],
    ["when the one before it is cut as well", { file: "", before: "{" }, false],
  ])("is left alone %s", (_when, left: Left, isAlive) => {
    leave(left);
    expect(mendCutState(place, machine(isAlive), now)).toEqual([]);
  });
});
