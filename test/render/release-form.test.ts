import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { tiers } from "../../core/profile";
import { releaseForm } from "../../render/release-form";

interface Field {
  type: string;
  id: string;
  attributes: { options?: (string | { label: string; required: boolean })[]; multiple?: boolean };
  validations?: { required: boolean };
}

// Requirement: REL-15
describe("the form of a release", () => {
  const { title, body } = parse(releaseForm()) as { title: string; body: Field[] };

  it("asks when, who approves, how it is taken back, who is on call, who was told and what is left", () => {
    expect(title).toBe("Release: ");
    expect(body.map(({ id }) => id)).toEqual([
      "stacks",
      "commit",
      "window",
      "approvers",
      "rollback-plan",
      "rollback-command",
      "on-call",
      "told",
      "follow-ups",
      "confirmed",
    ]);
  });

  it("cannot be sent with an answer missing, nor with one thing unconfirmed", () => {
    const asked = body.filter(({ type }) => type !== "checkboxes");
    expect(asked.filter(({ validations }) => !validations?.required)).toEqual([]);
    const { options = [] } = body.at(-1)?.attributes ?? {};
    expect(options).toHaveLength(3);
    expect(options.filter((one) => typeof one === "string" || !one.required)).toEqual([]);
  });

  it("offers every tier as a stack, several at once", () => {
    const [stacks] = body;
    expect(stacks?.attributes).toMatchObject({ multiple: true, options: [...tiers] });
  });
});
