import { describe, expect, it } from "vitest";
import { proposeFile } from "../../../scripts/ci/propose";
import { fakeGh } from "./fake-gh";

const proposal = {
  file: "Pulumi.prod.yaml",
  branch: "rotate-7",
  before: { commit: "c0ffee", file: "b10b" },
  content: Buffer.from("keeper: new\n"),
};

// Requirement: OPS-07
describe("a changed stack file", () => {
  it("becomes a pull request of one commit, made by GitHub on a branch of its own", () => {
    const gh = fakeGh([]);
    proposeFile(gh, proposal);
    expect(gh.calls).toMatchObject([
      {
        path: "repos/{owner}/{repo}/git/refs",
        body: { ref: "refs/heads/rotate-7", sha: "c0ffee" },
      },
      {
        method: "PUT",
        path: "repos/{owner}/{repo}/contents/Pulumi.prod.yaml",
        body: { sha: "b10b", branch: "rotate-7", content: "a2VlcGVyOiBuZXcK" },
      },
      { path: "repos/{owner}/{repo}/pulls", body: { head: "rotate-7", base: "main" } },
    ]);
  });

  it("has a name that stays in its place", () => {
    expect(() => proposeFile(fakeGh([]), { ...proposal, branch: "../main" })).toThrow();
    expect(() => proposeFile(fakeGh([]), { ...proposal, file: "a?ref=b" })).toThrow();
  });
});
