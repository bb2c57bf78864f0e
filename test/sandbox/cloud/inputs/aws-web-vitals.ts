import { type Properties, type TestCloud } from "../../server/harness";

/** The least that an app monitor and its guests need. */
export async function webVitalsInputs(cloud: TestCloud): Promise<Record<string, Properties>> {
  const pool: Properties = { identityPoolName: "guests" };
  const { id } = await cloud.create("aws:cognito/identityPool:IdentityPool", "kept", pool);
  return {
    "aws:rum/appMonitor:AppMonitor": { name: "monitor", domainLists: ["shop.example.com"] },
    "aws:cognito/identityPool:IdentityPool": pool,
    "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment": {
      identityPoolId: id,
      roles: { unauthenticated: "arn:aws:iam::123456789012:role/guests" },
    },
  };
}
