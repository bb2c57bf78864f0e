import { describe, expect, it } from "vitest";
import { checkInputs, contractOf } from "../../../sandbox/check";
import { accepted, types, type TypeName } from "./accepted";

/** Nobody can make a team's configuration through the SDK, whatever is passed. */
const names = (Object.keys(accepted) as TypeName[]).filter((name) => name !== "teamConfig");

describe("full inputs of real programs", () => {
  it.each(names)("are accepted: %s", (name) => {
    expect(checkInputs(types[name], accepted[name])).toEqual([]);
  });

  it.each(names)("name a type that has a contract: %s", (name) => {
    expect(contractOf(types[name])?.hasContract).toBe(true);
  });
});

describe("a type that the sandbox cannot judge", () => {
  it("is accepted when its module is not read, and says so", () => {
    expect(checkInputs("aws:ec2/vpc:Vpc", { cidrBlok: 1 })).toEqual([]);
    expect(contractOf("aws:ec2/vpc:Vpc")?.hasContract).toBe(false);
  });

  it("is refused when its module is read and has no such type", () => {
    expect(checkInputs("aws:sns/topik:Topik", {})).toEqual([
      { property: "", reason: "no such resource type; did you mean aws:sns/topic:Topic?" },
    ]);
    expect(contractOf("aws:sns/topik:Topik")).toBeUndefined();
  });

  it("has no contract in a package that the sandbox does not serve", () => {
    expect(contractOf("gcp:storage/bucket:Bucket")).toBeUndefined();
    expect(contractOf("../../package:x:X")).toBeUndefined();
  });
});
