import { describe, expect, it } from "vitest";
import { tokens } from "../../core/tokens";
import type { PreviewStep } from "../../gate/change";
import { judgeChanges } from "../../gate/judge";
import { statefulKept } from "../../gate/rules/stateful-kept";
import { profileInputs, today } from "../policies/support/stack";
import { brief, step, urnOf } from "./support/changes";

const type = "supabase:index/project:Project";
const site = step({
  type: "groundwork:database:Database",
  name: "site",
  op: "same",
  before: {},
  after: {},
});
const moved = (name: string) =>
  step({
    type,
    name,
    before: { region: "ca-central-1" },
    after: { region: "us-east-1" },
    parent: site.urn,
  });
const waiver = {
  rule: "stateful-kept",
  target: "component:site",
  reason: "the data was copied",
  owner: "platform-team",
  expires: "2026-06-30",
};

function judged(changes: object, steps: readonly PreviewStep[]): string[] {
  const profile = { ...profileInputs, waivers: [{ ...waiver, ...changes }] };
  const context = { project: "groundwork", stack: "prod", clock: today, rules: [statefulKept] };
  return brief(judgeChanges({ steps, profile, ...context })).map(
    (line) => line.split(": ")[0] ?? "",
  );
}

describe("a waiver of a rule about changes", () => {
  const component: PreviewStep = { ...site, component: true };

  it("covers what is below the component that it names", () => {
    expect(judged({}, [component, moved("db")])).toEqual(["waived fail db"]);
    expect(judged({ target: "component:db" }, [component, moved("db")])).toEqual(["fail db"]);
  });

  it("takes nothing for a component that a provider manages", () => {
    expect(judged({}, [site, moved("db")])).toEqual(["fail db"]);
  });

  it("finds the component above what is deleted by what was there before", () => {
    const gone = step({ type, name: "db", before: { region: "a" }, parent: site.urn });
    expect(judged({}, [component, gone])).toEqual(["waived fail db"]);
  });

  it("is a finding itself when it is about more than it may cover, on the profile", () => {
    const steps = [component, moved("db"), moved("other")];
    expect(judged({}, steps)).toEqual(["fail db", "fail other", "fail groundwork-prod"]);
    const profile = step({
      type: tokens.stackProfile,
      name: "profile",
      op: "same",
      before: {},
      after: {},
    });
    expect(judged({}, [...steps, profile])).toEqual(["fail db", "fail other", "fail profile"]);
    expect(profile.urn).toBe(urnOf(tokens.stackProfile, "profile"));
    expect(judged({ max: 2 }, steps)).toEqual(["waived fail db", "waived fail other"]);
  });

  it("may wait for its change", () => {
    expect(judged({}, [component])).toEqual(["not-applicable groundwork-prod"]);
  });

  it("covers nothing when it is owned by nobody known", () => {
    expect(judged({ owner: "nobody" }, [component, moved("db")])).toEqual(["fail db"]);
  });
});
