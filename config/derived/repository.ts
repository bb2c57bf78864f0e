import type { Tier } from "../../core/profile";
import type { RepositorySection } from "../sections/repository";
import { environmentOf, githubRepository } from "./access";

type EnvironmentSection = NonNullable<RepositorySection["environment"]>;

/** The repository with everything filled in that follows from the rest of the file. */
export interface RepositorySettings extends Omit<RepositorySection, "environment"> {
  owner: string;
  name: string;
  protect: boolean;
  environment?: (EnvironmentSection & { name: string }) | undefined;
}

interface Declared {
  stack: { tier: Tier };
  hosting: { gitRepository?: { type?: string | undefined; repo: string } | undefined };
  repository?: RepositorySection | undefined;
}

// Requirement: REPO-03, REPO-04, ENV-18
/** The repository that the app is built from, and the environment that bears the tier's name. */
export function repositorySettings(
  file: Declared,
  protect: boolean,
): RepositorySettings | undefined {
  const { repository, stack } = file;
  if (!repository) return undefined;
  const { environment } = repository;
  return {
    ...repositoryName(file),
    protect,
    ...repository,
    environment: environment && { name: environmentOf[stack.tier], ...environment },
  };
}

/** Owner and name; one of them is empty where nobody says it: see repository-conflicts. */
export function repositoryName({ hosting, repository }: Declared): {
  owner: string;
  name: string;
} {
  const [owner = "", name = ""] = githubRepository(hosting)?.split("/") ?? [];
  return { owner: repository?.owner ?? owner, name: repository?.name ?? name };
}
