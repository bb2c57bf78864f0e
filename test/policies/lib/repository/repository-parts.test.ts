import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../../core/resource";
import { UNKNOWN } from "../../../../core/value";
import { providerTypes } from "../../../../policies/lib/provider-types";
import { repositoryParts } from "../../../../policies/lib/repository/repository-parts";
import { stackView } from "../../../../policies/stack-view";
import { classic, part, repository } from "../../support/repository";
import { resource } from "../../support/stack";

const app = repository();
const file = (inputs = {}, rest: Partial<DeclaredResource> = {}) =>
  part(providerTypes.githubFile, inputs, "file", rest);
const parts = (...declared: DeclaredResource[]) =>
  repositoryParts(stackView([app, ...declared], "prod"), app, providerTypes.githubFile);

describe("repositoryParts", () => {
  it("finds parts by the repository's name, in any case", () => {
    expect(parts(file())).toEqual({ declared: [file()], undecided: false });
    expect(parts(file({ repository: "PLATFORM" })).declared).toHaveLength(1);
    expect(parts(file({ repository: "docs" }))).toEqual({ declared: [], undecided: false });
  });

  it("finds parts that refer to the repository, or to something that does", () => {
    const referring = { propertyDependencies: { repository: [app.urn] } };
    expect(parts(file({ repository: UNKNOWN }, referring)).declared).toHaveLength(1);
    const branch = part(
      providerTypes.githubBranchDefault,
      { repository: UNKNOWN },
      "branch",
      referring,
    );
    const through = { propertyDependencies: { repository: ["urn of nothing", branch.urn] } };
    const found = parts(branch, file({ repository: UNKNOWN }, through));
    expect(found.declared.map(({ name }) => name)).toEqual(["file"]);
  });

  it("finds a classic rule by the node id of a repository that exists", () => {
    const known = { ...app, outputs: { nodeId: "R_kgDO1" } };
    const view = stackView([known, classic({ repositoryId: "R_kgDO1" })], "prod");
    const found = repositoryParts(view, known, providerTypes.githubBranchProtection);
    expect(found.declared).toHaveLength(1);
  });

  it("says when a part may belong to any repository", () => {
    expect(parts(file({ repository: UNKNOWN }))).toEqual({ declared: [], undecided: true });
    const other = resource("random:index/randomId:RandomId", "random");
    const rest = { propertyDependencies: { repository: [other.urn] } };
    expect(parts(other, file({ repository: UNKNOWN }, rest)).undecided).toBe(true);
  });
});
