import { describe, expect, it } from "vitest";
import { changeSet } from "../../gate/change";
import { step, urnOf } from "./support/changes";

const type = "aws:s3/bucket:Bucket";
const stackUrn = urnOf("pulumi:pulumi:Stack", "groundwork-prod");
const kindsOf = (ops: readonly string[]) =>
  changeSet(
    ops.map((op) => step({ type, op, before: { a: 1 }, after: { a: 2 } })),
    stackUrn,
  ).changes.map(({ kind }) => kind);

describe("changeSet", () => {
  it.each([
    [["create"], "create"],
    [["import"], "create"],
    [["update"], "update"],
    [["same"], "same"],
    [["delete"], "delete"],
    [["delete-replaced", "replace", "create-replacement"], "replace"],
    [["create-replacement", "replace", "delete-replaced"], "replace"],
  ])("makes one change of %j", (ops, kind) => {
    expect(kindsOf(ops)).toEqual([kind]);
  });

  it("takes the delete of what an earlier replacement left for no delete of the resource", () => {
    expect(kindsOf(["delete", "same"])).toEqual(["same"]);
    expect(kindsOf(["update", "delete"])).toEqual(["update"]);
  });

  it("leaves out what only reads", () => {
    expect(kindsOf(["read", "refresh", "discard"])).toEqual([]);
  });

  it("has both ends of an update, and one of a create and of a delete", () => {
    const ends = (op: string) => {
      const steps = [step({ type, op, before: { a: 1 }, after: { a: 2 } })];
      const [change] = changeSet(steps, stackUrn).changes;
      return [change?.before?.inputs, change?.after?.inputs];
    };
    expect(ends("update")).toEqual([{ a: 1 }, { a: 2 }]);
    expect(ends("create")).toEqual([undefined, { a: 2 }]);
    expect(ends("delete")).toEqual([{ a: 1 }, undefined]);
  });

  it("is sorted by URN and names the stack by its own step where there is one", () => {
    const own = step({
      type: "pulumi:pulumi:Stack",
      name: "other",
      op: "same",
      before: {},
      after: {},
    });
    const set = changeSet([step({ type, name: "b" }), step({ type, name: "a" }), own], stackUrn);
    expect(set.changes.map(({ name }) => name)).toEqual(["a", "b", "other"]);
    expect(set.urn).toBe(own.urn);
    expect(changeSet([], stackUrn)).toEqual({
      urn: stackUrn,
      changes: [],
      before: [],
      after: [],
      unfinished: false,
    });
  });
});
