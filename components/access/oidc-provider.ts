import type * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component } from "../component";
import { type AccessTransforms, declareProvider } from "./aws";

export interface OidcProviderArgs {
  /** Tags of the provider. */
  tags?: Record<string, string> | undefined;
  /** The last word on each child. */
  transform?: Pick<AccessTransforms, "provider"> | undefined;
}

/**
 * The account's OIDC provider for GitHub by itself, for whoever declares it apart from the roles. AWS takes one for each
 * account.
 *
 * @example
 * new OidcProvider("github");
 *
 * @example
 * new OidcProvider("github", { tags: { owner: "platform-team" } });
 */
export class OidcProvider extends Component {
  /** ARN of the provider. */
  readonly arn: pulumi.Output<string>;

  constructor(
    name: string,
    { transform: transforms = {}, tags = {} }: OidcProviderArgs = {},
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super(tokens.oidcProvider, name, { tags }, opts);
    this.arn = declareProvider({ parent: this, tags, transforms }).arn;
    this.registerOutputs({ arn: this.arn });
  }
}
