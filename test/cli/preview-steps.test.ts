import type { StepEventMetadata } from "@pulumi/pulumi/automation";
import { describe, expect, it } from "vitest";
import { previewStep } from "../../cli/engine/preview-steps";
import { UNKNOWN } from "../../core/value";

const urn = "urn:pulumi:prod::groundwork::aws:s3/bucket:Bucket::files";
const type = "aws:s3/bucket:Bucket";
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function metadata(rest: object): StepEventMetadata {
  return { urn, type, op: "update", provider: "", ...rest };
}

describe("previewStep", () => {
  it("has what the resource was and would be, secrets as the engine masks them, unknown values as such", () => {
    const old = { inputs: { bucket: "a", key: "[secret]" }, protect: true, parent: "urn:parent" };
    const now = { inputs: { bucket: unknown, tags: { a: [unknown] } } };
    expect(previewStep(metadata({ old, new: now }))).toEqual({
      urn,
      type,
      op: "update",
      old: { inputs: { bucket: "a", key: "[secret]" }, protect: true, parent: "urn:parent" },
      new: { inputs: { bucket: UNKNOWN, tags: { a: [UNKNOWN] } }, protect: false },
    });
  });

  it("says of a component that it is one, by what would be or else by what was", () => {
    const component = (rest: object) => previewStep(metadata(rest)).component;
    expect(component({ new: { custom: false } })).toBe(true);
    expect(component({ old: { custom: false }, new: null })).toBe(true);
    expect(component({ old: { custom: false }, new: { custom: true } })).toBeUndefined();
  });

  it("leaves out an end that is not there, and takes a resource without inputs for one that has none", () => {
    expect(previewStep(metadata({ op: "delete", old: {}, new: null }))).toEqual({
      urn,
      type,
      op: "delete",
      old: { inputs: {}, protect: false },
    });
    expect(previewStep(metadata({ op: "create" }))).toEqual({ urn, type, op: "create" });
  });
});
