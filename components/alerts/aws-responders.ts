import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { functionOf } from "../../catalogue/lambda";
import { child, type Component, type Transform } from "../component";
import { responderRole } from "./spec";

interface Call {
  /** Role of the topic that calls. */
  role: string;
  topicArn: pulumi.Output<string>;
  /** Checked by `alertProblems`. */
  functionArn: string;
}

// Requirement: ALRT-20
/**
 * Lets one topic, and no other, call a function that acts on its messages. Lambda is asked in the function's own region,
 * which need not be the topic's.
 */
export function declareCall(
  parent: Component,
  { role, topicArn, functionArn }: Call,
  transform: Transform<aws.lambda.PermissionArgs> | undefined,
): aws.lambda.Permission {
  const called = functionOf(functionArn)!;
  const args: aws.lambda.PermissionArgs = {
    region: called.region,
    action: "lambda:InvokeFunction",
    function: called.arn,
    ...(called.qualifier !== undefined && { qualifier: called.qualifier }),
    principal: "sns.amazonaws.com",
    sourceArn: topicArn,
  };
  return new aws.lambda.Permission(
    ...child(parent, `${role}-${responderRole(functionArn)}-may-call`, args, { transform }),
  );
}
