import { describe, expect, it } from "vitest";
import { coloursWanted } from "../../cli/view/colours";

const terminal = { isTTY: true };
const pipe = {};

describe("colours", () => {
  it.each([
    ["on a terminal", {}, terminal, true],
    ["not in a pipe", {}, pipe, false],
    ["not in a pipeline's log", { CI: "true" }, pipe, false],
    ["not on a terminal that has none", { TERM: "dumb" }, terminal, false],
    ["not where NO_COLOR is set", { NO_COLOR: "1", FORCE_COLOR: "1" }, terminal, false],
    ["where NO_COLOR is empty, as if it were not set", { NO_COLOR: "" }, terminal, true],
    ["in a pipe where FORCE_COLOR asks for them", { FORCE_COLOR: "1" }, pipe, true],
    ["not where FORCE_COLOR forbids them", { FORCE_COLOR: "0" }, terminal, false],
  ])("are written %s", (_, env, stream, wanted) => {
    expect(coloursWanted(env, stream)).toBe(wanted);
  });
});
