import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import { audience, issuer } from "./documents";
import type { AccessSpec, PolicyKey, PolicySpec, RoleSpec } from "./spec";

/** The last word on each child. */
export interface AccessTransforms {
  /** GitHub's place in the account, where this stack declares it. */
  provider?: Transform<aws.iam.OpenIdConnectProviderArgs> | undefined;
  /** Each role. */
  role?: Transform<aws.iam.RoleArgs> | undefined;
  /** Each policy that stands by itself. */
  policy?: Transform<aws.iam.PolicyArgs> | undefined;
  /** What gives a policy to a role. */
  attachment?: Transform<aws.iam.RolePolicyAttachmentArgs> | undefined;
  /** What a role alone may do. */
  rolePolicy?: Transform<aws.iam.RolePolicyArgs> | undefined;
}

/** What the children share. */
export interface Site {
  parent: Component;
  tags: Record<string, string>;
  transforms: AccessTransforms;
}

type ProviderSite = Omit<Site, "transforms"> & {
  transforms: Pick<AccessTransforms, "provider">;
};

/** Lets tokens of GitHub Actions into the account. AWS takes one for each URL; thumbprints it ignores for GitHub. */
export function declareProvider({
  parent,
  tags,
  transforms,
}: ProviderSite): aws.iam.OpenIdConnectProvider {
  const args: aws.iam.OpenIdConnectProviderArgs = {
    url: `https://${issuer}`,
    clientIdLists: [audience],
    tags: { ...tags, Name: issuer },
  };
  return new aws.iam.OpenIdConnectProvider(
    ...child(parent, "provider", args, { transform: transforms.provider }),
  );
}

export interface DeclaredRoles {
  deploy: pulumi.Output<string>;
  preview: pulumi.Output<string> | undefined;
  drift: pulumi.Output<string> | undefined;
}

/** Declares the roles; answers their ARNs. `provider` has to be there first, where this stack declares it. */
export function declareRoles(
  site: Site,
  spec: AccessSpec,
  provider: pulumi.Resource | undefined,
): DeclaredRoles {
  const { parent, transforms } = site;
  const policies = mapValues(spec.policies, (policy, key) => declarePolicy(site, key, policy));
  const dependsOn = provider ? [provider] : [];
  const declare = (role: string, of: RoleSpec) => {
    const made = declareRole(site, { role, of, duration: spec.maxSessionDuration, dependsOn });
    for (const key of of.policies) {
      const args = { role: made.name, policyArn: policies[key].arn };
      const opts = { transform: transforms.attachment };
      new aws.iam.RolePolicyAttachment(...child(parent, `${role}-${key}`, args, opts));
    }
    return made.arn;
  };
  return {
    deploy: declare("deploy", spec.deploy),
    preview: spec.preview && declare("preview", spec.preview),
    drift: spec.drift && declare("drift", spec.drift),
  };
}

function declarePolicy(
  { parent, tags, transforms }: Site,
  key: PolicyKey,
  { name, description, rights }: PolicySpec,
): aws.iam.Policy {
  const args: aws.iam.PolicyArgs = {
    name,
    description,
    policy: JSON.stringify(rights),
    tags: { ...tags, Name: name },
  };
  return new aws.iam.Policy(...child(parent, key, args, { transform: transforms.policy }));
}

function mapValues<K extends string, A, B>(
  record: Record<K, A>,
  change: (value: A, key: K) => B,
): Record<K, B> {
  const entries = Object.entries<A>(record) as [K, A][];
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value, key)])) as Record<
    K,
    B
  >;
}

interface RoleOf {
  /** Logical name below the component. */
  role: string;
  of: RoleSpec;
  duration: number;
  dependsOn: pulumi.Resource[];
}

function declareRole(
  { parent, tags, transforms }: Site,
  { role, of, duration, dependsOn }: RoleOf,
): aws.iam.Role {
  const args: aws.iam.RoleArgs = {
    name: of.name,
    description: of.description,
    assumeRolePolicy: JSON.stringify(of.trust),
    maxSessionDuration: duration,
    tags: { ...tags, Name: of.name },
  };
  const made = new aws.iam.Role(
    ...child(parent, role, args, { dependsOn, transform: transforms.role }),
  );
  if (of.rights) {
    new aws.iam.RolePolicy(
      ...child<aws.iam.RolePolicyArgs>(
        parent,
        `${role}-rights`,
        { name: role, role: made.name, policy: JSON.stringify(of.rights) },
        { transform: transforms.rolePolicy },
      ),
    );
  }
  return made;
}
