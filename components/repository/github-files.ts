import * as github from "@pulumi/github";
import type * as pulumi from "@pulumi/pulumi";
import { repositoryFiles } from "../../render/repository-files";
import { child, type Component, type Transform } from "../component";
import { defaults, type RepositorySettings } from "./args";

export type FileTransform = Transform<github.RepositoryFileArgs>;

// Requirement: REPO-16, REPO-17, REPO-18
/**
 * Commits the first version of the managed files. It must come before the branch is protected: every change of such a file
 * is a direct commit, which protection refuses. For the same reason nothing is changed or deleted afterwards.
 */
export function declareFiles(
  parent: Component,
  args: RepositorySettings,
  branchDefault: github.BranchDefault,
  transform: FileTransform | undefined,
): github.RepositoryFile[] {
  if ((args.files ?? defaults.files) === "none") return [];
  const files = repositoryFiles({
    ...args,
    defaultBranch: args.defaultBranch ?? defaults.defaultBranch,
    codeOwners: args.codeOwners ?? {},
  });
  return files.reduce<github.RepositoryFile[]>((before, { file, text }) => {
    const commit: github.RepositoryFileArgs = {
      repository: branchDefault.repository,
      branch: branchDefault.branch,
      file,
      content: text,
      commitMessage: `Add ${file}`,
    };
    const opts = { ...onceOnly, transform, dependsOn: lastOf(before) };
    const declared = new github.RepositoryFile(...child(parent, `file-${file}`, commit, opts));
    return [...before, declared];
  }, []);
}

const onceOnly = {
  ignoreChanges: ["content", "commitMessage"],
  retainOnDelete: true,
} satisfies pulumi.CustomResourceOptions;

/** One after the other, since GitHub refuses two commits on top of the same one. */
const lastOf = (files: readonly github.RepositoryFile[]): pulumi.Resource[] => files.slice(-1);
