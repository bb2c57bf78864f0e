/**
 * A function of AWS Lambda by its ARN, with the version or alias that the ARN may end in.
 * Source: https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html, `FunctionName` and `Qualifier`.
 */
export interface FunctionArn {
  /** The function itself, without its version or alias. */
  arn: string;
  region: string;
  /** 12 digits. */
  account: string;
  name: string;
  /** A version or an alias. */
  qualifier: string | undefined;
}

export const functionArnPattern =
  /^(arn:aws[a-z-]*:lambda:([a-z0-9-]+):(\d{12}):function:([A-Za-z0-9_-]{1,64}))(?::([A-Za-z0-9_-]{1,128}))?$/;

/** How a person reads what the pattern asks for. */
export const functionArnShape =
  "the ARN of a function of Lambda, such as arn:aws:lambda:ca-central-1:123456789012:function:respond";

/** The parts of an ARN; undefined for any other text. */
export function functionOf(text: string): FunctionArn | undefined {
  const [, arn, region, account, name, qualifier] = functionArnPattern.exec(text) ?? [];
  if (arn === undefined || region === undefined || account === undefined || name === undefined) {
    return undefined;
  }
  return { arn, region, account, name, qualifier };
}
