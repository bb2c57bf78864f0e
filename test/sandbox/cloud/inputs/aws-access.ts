import { type Properties, type TestCloud } from "../../server/harness";

/** The least that each type needs that names keys and hands out rights. `made` is the name of a role that is there. */
export async function accessInputs(cloud: TestCloud): Promise<Record<string, Properties>> {
  const { id: targetKeyId } = await cloud.create("aws:kms/key:Key", "key", {});
  const { id: policyArn } = await cloud.create("aws:iam/policy:Policy", "rights", {
    name: "rights",
    policy: "{}",
  });
  return {
    "aws:kms/alias:Alias": { name: "alias/other", targetKeyId },
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { role: "made", policyArn },
  };
}
