import { describe, expect, it } from "vitest";
import { explain } from "../../cli/engine/failures";

const now = new Date("2026-11-21T15:00:00Z");
const locked = `error: the stack is currently locked by 1 lock(s). Either wait for the other process(es) to end or delete the lock file with \`pulumi cancel\`.
  s3://velocity-state/.pulumi/locks/organization/groundwork/prod/1b.json: created by anna@build-7 (pid 4711) at 2026-11-21T12:00:00Z`;

describe("what the engine says", () => {
  it("of a lock names its holder and its age", () => {
    expect(explain(locked, now)).toEqual({
      found:
        "another update of this stack runs, or was killed and left its lock: held by anna@build-7 (pid 4711) since 3 h",
      fix: "wait for it; if it is gone for good, run `pulumi cancel`, which alone removes such a lock",
    });
  });

  it("of a lock without a holder is told all the same", () => {
    expect(explain("the stack is currently locked by 1 lock(s)", now).found).toBe(
      "another update of this stack runs, or was killed and left its lock",
    );
  });

  it("of what nobody knows is handed on, its last error alone", () => {
    expect(explain("warning: x\nerror: first\nerror: the last", now)).toEqual({
      found: "the last",
    });
  });
});
