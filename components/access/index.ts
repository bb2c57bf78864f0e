import * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import { tagsOf } from "../tags";
import type { AccessSettings } from "./args";
import { type AccessTransforms, declareProvider, declareRoles } from "./aws";
import { providerArn } from "./documents";
import { accessProblems } from "./problems";
import { accessSpec } from "./spec";

export * from "./args";
export { everyResource } from "./permissions";
export { OidcProvider, type OidcProviderArgs } from "./oidc-provider";

export interface AccessArgs extends AccessSettings {
  /** Whether this stack declares the account's OIDC provider for GitHub; all others refer to it by its URL. */
  owned: boolean;
  /** The last word on each child. */
  transform?: AccessTransforms | undefined;
}

// Requirement: COMP-03, SECR-07
/**
 * Lets GitHub Actions into the AWS account without a stored key: jobs of one environment of one repository take a role that
 * may change what the program declares, under this stack's names, and nothing else. No role can change what CI may do, or
 * lift a lock that keeps backups.
 *
 * @example
 * new Access("access", {
 *   accountId: "123456789012",
 *   repository: "velocity/velocity-platform",
 *   environment: "production",
 *   product: "velocity-platform",
 *   tier: "prod",
 *   owner: "platform-team",
 *   owned: true,
 * });
 *
 * @example
 * new Access("access", {
 *   accountId: "123456789012",
 *   repository: "velocity/velocity-platform",
 *   environment: "development",
 *   preview: { decrypt: true },
 *   drift: { environment: "development-drift" },
 *   maxSessionDuration: 7200,
 *   state: { bucket: "velocity-state", keyAlias: "velocity-state", region: "us-east-1" },
 *   product: "velocity-platform",
 *   tier: "dev",
 *   owner: "platform-team",
 *   buckets: ["velocity-assets-dev"],
 *   secrets: ["velocity-platform/dev/JWT_SECRET"],
 *   budgets: ["velocity-platform-dev"],
 *   owned: false,
 * });
 */
export class Access extends Component {
  /** ARN of the role for jobs that update the stack. */
  readonly deployRoleArn: pulumi.Output<string>;
  /** ARN of the role for pull requests, where there is one. */
  readonly previewRoleArn: pulumi.Output<string> | undefined;
  /** ARN of the role that compares the stack with its providers, where there is one. */
  readonly driftRoleArn: pulumi.Output<string> | undefined;
  /** ARN of the account's OIDC provider for GitHub, whoever declares it. */
  readonly providerArn: string;

  constructor(
    name: string,
    { transform: transforms = {}, owned, ...args }: AccessArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    const identity = { project: pulumi.getProject(), stack: pulumi.getStack() };
    refuse(name, accessProblems(args, identity));
    super(tokens.access, name, { ...args, owned }, opts);
    const site = { parent: this, tags: tagsOf(args), transforms };
    const provider = owned ? declareProvider(site) : undefined;
    const spec = accessSpec(args, identity);
    const { deploy, preview, drift } = declareRoles(site, spec, provider);
    this.deployRoleArn = deploy;
    this.previewRoleArn = preview;
    this.driftRoleArn = drift;
    this.providerArn = providerArn(args.accountId);
    this.registerOutputs({
      deployRoleArn: deploy,
      previewRoleArn: preview,
      driftRoleArn: drift,
      providerArn: this.providerArn,
    });
  }
}
