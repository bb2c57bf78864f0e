import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { checkInputs, diffInputs, normalizeInputs } from "../../../sandbox/check";
import { accepted, changed, types, type TypeName } from "./accepted";

describe("normalized inputs", () => {
  it("hold the defaults that GitHub's provider fills in, at any depth", () => {
    const news = { name: "web", template: { owner: "velocity", repository: "template" } };
    expect(normalizeInputs(types.repository, news)).toEqual({
      name: "web",
      allowAutoMerge: false,
      allowMergeCommit: true,
      allowRebaseMerge: true,
      allowSquashMerge: true,
      archived: false,
      deleteBranchOnMerge: false,
      template: { owner: "velocity", repository: "template", includeAllBranches: false },
    });
  });

  it("hold the defaults of each element of a list", () => {
    const members = [{ username: "octocat" }, { username: "hubot", role: "maintainer" }];
    expect(normalizeInputs(types.teamMembers, { teamSlug: "platform", members })).toEqual({
      teamSlug: "platform",
      members: [
        { username: "octocat", role: "member" },
        { username: "hubot", role: "maintainer" },
      ],
    });
  });

  it("hold what AWS's provider fills in, and not what its API decides", () => {
    const news = changed("healthCheck", { requestInterval: undefined });
    expect(normalizeInputs(types.healthCheck, news)).toEqual({ ...news, disabled: false });
  });

  it("keep what was given, unknown or not", () => {
    const news = changed("repository", { archived: UNKNOWN, allowMergeCommit: false });
    expect(normalizeInputs(types.repository, news)).toMatchObject(news);
  });

  it("lack the defaults of deprecated properties", () => {
    expect(normalizeInputs(types.file, accepted.file)).toEqual({
      ...accepted.file,
      overwriteOnCreate: false,
    });
  });

  it("are the same as given where the provider's Check fills in nothing", () => {
    expect(normalizeInputs(types.project, accepted.project)).toBe(accepted.project);
    expect(normalizeInputs(types.database, accepted.database)).toBe(accepted.database);
    expect(normalizeInputs(types.password, accepted.password)).toBe(accepted.password);
    expect(normalizeInputs("gcp:a/b:C", {})).toEqual({});
  });

  const names = (Object.keys(accepted) as TypeName[]).filter((name) => name !== "teamConfig");

  it.each(names)("are still accepted, and no change: %s", (name) => {
    const normalized = normalizeInputs(types[name], accepted[name]);
    expect(checkInputs(types[name], normalized)).toEqual([]);
    expect(diffInputs(types[name], normalized, accepted[name]).changes).toEqual([]);
  });
});
