import type { Reference } from "../../rule";
import { iso, soc2 } from "../references";

const docs = "https://docs.github.com/en";

/** The Center for Internet Security's benchmark for GitHub, by number of the recommendation. */
export const cisGithub = (clause: string): Reference => ({
  standard: "CIS GitHub Benchmark",
  clause,
  url: "https://www.cisecurity.org/benchmark/github",
});

/** A check of OpenSSF's Scorecard, by its name. */
export const scorecardCheck = (clause: string): Reference => ({
  standard: "OpenSSF Scorecard",
  clause,
  url: `https://github.com/ossf/scorecard/blob/main/docs/checks.md#${clause.toLowerCase()}`,
});

export const protectedBranches: Reference = {
  standard: "GitHub",
  clause: "About protected branches",
  url: `${docs}/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches`,
};

export const rulesets: Reference = {
  standard: "GitHub",
  clause: "About rulesets",
  url: `${docs}/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/about-rulesets`,
};

export const codeOwners: Reference = {
  standard: "GitHub",
  clause: "About code owners",
  url: `${docs}/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners`,
};

export const environments: Reference = {
  standard: "GitHub",
  clause: "Managing environments for deployment",
  url: `${docs}/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments`,
};

export const actionsSettings: Reference = {
  standard: "GitHub",
  clause: "Managing GitHub Actions settings for a repository",
  url: `${docs}/repositories/managing-your-repositorys-settings-and-features/enabling-features-for-your-repository/managing-github-actions-settings-for-a-repository`,
};

/** That changes are authorized, tested and approved before they are made. */
export const changeManagement: Reference = soc2("CC8.1");

/** That access follows roles and is no more than a role needs. */
export const accessByRole: Reference = soc2("CC6.3");

/** That reading and writing source code is managed. */
export const sourceCodeAccess: Reference = iso("A.8.4");

/** That rights which pass by controls are few and watched. */
export const privilegedAccess: Reference = iso("A.8.2");

/** That technical vulnerabilities are learned of and mended. */
export const vulnerabilities: Reference = iso("A.8.8");

/** That changes follow a procedure. */
export const isoChanges: Reference = iso("A.8.32");

/** That roles in an incident are given before there is one. */
export const incidentRolesClause: Reference = iso("A.5.24");
