import type { Edit } from "./edit";

export const accessEdits: readonly Edit[] = [
  {
    requirement: "COMP-03",
    at: ["hosting", "vercelAuthentication"],
    to: { deploymentType: "none" },
    fails: ["previews-protected"],
  },
  {
    requirement: "COMP-03",
    beside: "a role that everybody may take",
    fails: ["role-trust-closed"],
  },
  {
    requirement: "COMP-03",
    beside: "a collaborator who maintains",
    fails: ["collaborators-limited"],
  },
  {
    requirement: "STOR-04",
    beside: "a StorageBucket that can be destroyed",
    fails: ["s3-not-force-destroyed", "stateful-resources-protected"],
  },
  {
    requirement: "COMP-03",
    beside: "a policy that allows everything",
    fails: ["iam-actions-named"],
  },
  {
    requirement: "HOST-11",
    at: ["services", "orchestrator", "previews", "image", "user"],
    to: "root",
    fails: ["containers-unprivileged"],
  },
  {
    requirement: "SECR-07",
    beside: "a role that any repository may take",
    fails: ["oidc-trust-exact"],
  },
];
