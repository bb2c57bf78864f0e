import { actions, type Grant } from "./grant";

const rum = (...names: string[]) => actions("rum", ...names);
const cognito = (...names: string[]) => actions("cognito-identity", ...names);

const monitor = "aws:rum/appMonitor:AppMonitor";
const pool = "aws:cognito/identityPool:IdentityPool";
const roles = "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment";

/**
 * The app monitor that browsers send to, and the pool of guests whose credentials they send with. A pool is told apart by
 * its tags: AWS makes its id.
 */
export const monitorGrants: readonly Grant[] = [
  {
    types: [monitor],
    on: "appMonitors",
    read: rum("GetAppMonitor", "ListTagsForResource"),
    write: rum(
      "CreateAppMonitor",
      "DeleteAppMonitor",
      "TagResource",
      "UntagResource",
      "UpdateAppMonitor",
    ),
  },
  // RUM makes it with the first app monitor of an account.
  {
    types: [monitor],
    on: "monitorRole",
    write: actions("iam", "CreateServiceLinkedRole"),
  },
  // A pool that does not exist yet has no ARN and no tags: what it will be tagged with must do.
  { types: [pool], on: "newGuestPools", write: cognito("CreateIdentityPool"), when: "taggedSo" },
  { types: [pool], on: "taggedGuestPools", write: cognito("TagResource"), when: "taggedSo" },
  {
    types: [pool],
    on: "guestPools",
    read: cognito("DescribeIdentityPool"),
    write: cognito("DeleteIdentityPool", "UntagResource", "UpdateIdentityPool"),
  },
  {
    types: [roles],
    on: "guestPools",
    read: cognito("GetIdentityPoolRoles"),
    write: cognito("SetIdentityPoolRoles"),
  },
];
