import { type Pricers, freeOf } from "../../pricer";

/** Kinds of IAM; none of them is billed. */
const kinds = [
  "AccessKey",
  "AccountAlias",
  "AccountPasswordPolicy",
  "Group",
  "GroupMembership",
  "GroupPolicy",
  "GroupPolicyAttachment",
  "InstanceProfile",
  "OpenIdConnectProvider",
  "Policy",
  "PolicyAttachment",
  "Role",
  "RolePoliciesExclusive",
  "RolePolicy",
  "RolePolicyAttachment",
  "RolePolicyAttachmentsExclusive",
  "SamlProvider",
  "ServerCertificate",
  "ServiceLinkedRole",
  "SshKey",
  "User",
  "UserGroupMembership",
  "UserLoginProfile",
  "UserPolicy",
  "UserPolicyAttachment",
  "VirtualMfaDevice",
];

export const awsIdentityPricers: Pricers = freeOf(
  kinds.map((kind) => `aws:iam/${kind[0]?.toLowerCase()}${kind.slice(1)}:${kind}`),
  "identities and what they may do",
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/introduction.html",
);
