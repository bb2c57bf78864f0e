import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../cli/engine/events";
import { withoutPlanEchoes } from "../../cli/engine/plan-echoes";

const error = (message: string, urn?: string): Diagnostic => ({
  severity: "error",
  message,
  ...(urn !== undefined && { urn }),
});
const echoes = ["web", "db"].map((name) =>
  error(`expected resource operations for urn:pulumi:${name} but none were seen`, name),
);
const closing = error("update failed");

describe("what a plan says of the resources that an update did not come to", () => {
  it("is left out beside the failure that ended the update", () => {
    const failure = error("Update is not supported for this attribute (region)", "db");
    expect(withoutPlanEchoes([...echoes, failure, closing])).toEqual([failure, closing]);
  });

  it("stays where nothing else tells why the update ended", () => {
    const warning: Diagnostic = { severity: "warning", message: "deprecated" };
    const said = [...echoes, warning, closing];
    expect(withoutPlanEchoes(said)).toEqual(said);
  });

  it("is told from a failure that only quotes it", () => {
    const quoting = error(
      "violates plan: expected resource operations for web but none were seen!",
    );
    expect(withoutPlanEchoes([...echoes, quoting])).toEqual([quoting]);
  });
});
