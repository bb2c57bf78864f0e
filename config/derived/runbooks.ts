import type { HostingSection } from "../sections/hosting";

const folder = "docs/runbooks";

/** Where each kind of Git host shows a folder of a branch. */
const folders: Readonly<
  Record<NonNullable<Repository["type"]>, (repo: string, branch: string) => string>
> = {
  github: (repo, branch) => `https://github.com/${repo}/blob/${branch}/${folder}`,
  gitlab: (repo, branch) => `https://gitlab.com/${repo}/-/blob/${branch}/${folder}`,
  bitbucket: (repo, branch) => `https://bitbucket.org/${repo}/src/${branch}/${folder}`,
};

type Repository = NonNullable<HostingSection["gitRepository"]>;

/** Address of the pages that say what to do when an alarm goes off: in the product's repository. */
export function runbooksOf({ gitRepository }: Pick<HostingSection, "gitRepository">): string {
  if (!gitRepository) return folder;
  const { type = "github", repo, productionBranch = "main" } = gitRepository;
  return folders[type](repo, productionBranch);
}
