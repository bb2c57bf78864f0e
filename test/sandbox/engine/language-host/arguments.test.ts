import { describe, expect, test } from "vitest";
import { parseArguments } from "../../../../sandbox/engine/language-host/arguments";

describe("the host's command line", () => {
  test.each([
    [["127.0.0.1:4000"], { engineAddress: "127.0.0.1:4000", tracing: "", wantsVersion: false }],
    [[], { engineAddress: "", tracing: "", wantsVersion: false }],
    [
      ["--logtostderr", "-v=9", "--tracing", "http://z", "127.0.0.1:1"],
      { engineAddress: "127.0.0.1:1", tracing: "http://z", wantsVersion: false },
    ],
    [
      ["-tracing=http://z", "127.0.0.1:1"],
      { engineAddress: "127.0.0.1:1", tracing: "http://z", wantsVersion: false },
    ],
    [["--version"], { engineAddress: "", tracing: "", wantsVersion: true }],
  ])("%j is understood", (args, parsed) => {
    expect(parseArguments(args)).toEqual(parsed);
  });
});
