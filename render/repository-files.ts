import { releaseForm, releaseFormFile } from "./release-form";

/** A file of a repository, as it is committed. */
export interface RepositoryFileText {
  /** Path from the repository's root. */
  file: string;
  text: string;
}

/** What the files speak of. */
export interface RepositoryFilesSpec {
  owner: string;
  name: string;
  /** The branch that releases come from. */
  defaultBranch: string;
  /** Pattern to owners, in order. */
  codeOwners: Readonly<Record<string, readonly string[]>>;
  securityContact?: string | undefined;
}

/** What a person confirms before a pull request is merged, by the heading that it stands under. */
const checklists: Readonly<Record<string, readonly string[]>> = {
  Review: [
    "Approved by two team leads or more",
    "Security review, where sign-in, permissions, secrets or personal data are touched",
    "Architecture review, where the change is a major one",
    "Documentation updated",
    "Migrations reviewed, each with its reverse migration",
  ],
  "Tested by hand": [
    "Works on staging",
    "Works in Chrome, Firefox, Safari and Edge",
    "Works on a phone",
    "Meets WCAG 2.1 AA",
    "Load test run, where performance is touched",
  ],
  "Change control": [
    "Change request approved (link):",
    "Risk assessed (low, medium, high):",
    "Rollback plan (id):",
    "Success criteria (what is measured, and when it counts as done):",
    "Alerts configured, or none needed because:",
  ],
};

// Requirement: REPO-16, REPO-17, REPO-18, REL-15
/** CODEOWNERS where there are owners, the forms of releases and pull requests, and SECURITY.md. */
export function repositoryFiles(spec: RepositoryFilesSpec): RepositoryFileText[] {
  const hasOwners = Object.keys(spec.codeOwners).length > 0;
  return [
    ...(hasOwners ? [{ file: ".github/CODEOWNERS", text: codeOwners(spec) }] : []),
    { file: releaseFormFile, text: releaseForm() },
    { file: ".github/pull_request_template.md", text: pullRequestTemplate() },
    { file: "SECURITY.md", text: securityPolicy(spec) },
  ];
}

function codeOwners({ codeOwners: owners }: RepositoryFilesSpec): string {
  const lines = Object.entries(owners).map(([pattern, who]) => [pattern, ...who].join(" "));
  return ["# The last pattern that matches decides.", ...lines, ""].join("\n");
}

function pullRequestTemplate(): string {
  const sections = Object.entries(checklists).map(([heading, items]) =>
    [`## ${heading}`, "", ...items.map((item) => `- [ ] ${item}`)].join("\n"),
  );
  const what = "## What and why\n\n<!-- What changes for users, and the request behind it. -->";
  return `${[what, ...sections].join("\n\n")}\n`;
}

function securityPolicy(spec: RepositoryFilesSpec): string {
  const { owner, name, defaultBranch, securityContact } = spec;
  const form = `https://github.com/${owner}/${name}/security/advisories/new`;
  const mail = securityContact === undefined ? "" : `, or write to ${securityContact}`;
  return `# Security

## Reporting a vulnerability

Do not open an issue. [Report it in private](${form})${mail}.

Say what an attacker could do, and how to see it happen. Give us time to mend it before you tell others.

## Supported versions

What runs in production is built from \`${defaultBranch}\`; fixes are made there.
`;
}
