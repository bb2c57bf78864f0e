import type * as pulumi from "@pulumi/pulumi";
import * as vercel from "@pulumiverse/vercel";
import type { Component } from "../component";

/** What an address must answer with before the team's drains send anything to it. No secret: it proves, it opens nothing. */
export function endpointVerification(parent: Component): pulumi.Output<string> {
  return vercel.getEndpointVerificationOutput({}, { parent }).verificationCode;
}
