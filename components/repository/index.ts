import type * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import type { RepositorySettings } from "./args";
import { declareOnGithub, type GithubEnvironment, type RepositoryTransforms } from "./github";
import { repositoryProblems } from "./problems";
import { incidentTeams } from "./spec";

export * from "./args";
export type { GithubEnvironment, RepositoryTransforms } from "./github";

export interface RepositoryArgs extends RepositorySettings {
  /** Whether this stack declares the repository itself, its rules, teams and files. Exactly one stack does. */
  owned: boolean;
  /** The last word on each child, for inputs and options of the provider that have no arg here. */
  transform?: RepositoryTransforms | undefined;
}

/**
 * A repository on GitHub: what it takes to change its default branch, what its workflows may do, who has access, and the
 * environment that this stack's deployments go to. One stack declares the repository; the others add their environment
 * to it, and need it to be there.
 *
 * @example
 * new Repository("repository", {
 *   owner: "velocity",
 *   name: "velocity-platform",
 *   plan: "team",
 *   owned: true,
 * });
 *
 * @example
 * const repository = new Repository("repository", {
 *   owner: "velocity",
 *   name: "velocity-platform",
 *   plan: "enterprise",
 *   addOns: ["secretProtection", "codeSecurity"],
 *   owned: true,
 *   protect: true,
 *   protection: { requireSignedCommits: true },
 *   teams: {
 *     "platform-team": { permission: "maintain", members: { "devops-lead": "maintainer" } },
 *   },
 *   codeOwners: { "*": ["@velocity/platform-team"] },
 *   environment: {
 *     name: "production",
 *     reviewers: { teams: ["platform-team"], users: ["tech-lead"] },
 *     waitTimer: 5,
 *   },
 * });
 * new Secrets("secrets", { registry, values, githubEnvironment: repository.environment });
 */
export class Repository extends Component {
  /** The environment of this stack, once it is there; undefined for a stack without one. */
  readonly environment: GithubEnvironment | undefined;

  constructor(
    name: string,
    { transform = {}, ...args }: RepositoryArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, repositoryProblems(args));
    super(tokens.repository, name, { ...args }, opts);
    this.environment = declareOnGithub(this, args, transform);
    const { owner, teams = {} } = args;
    this.registerOutputs({
      fullName: `${owner}/${args.name}`,
      environmentName: this.environment?.environment,
      incidentTeams: incidentTeams(teams),
    });
  }
}
