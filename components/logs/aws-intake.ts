import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { child, type Transform } from "../component";
import { tagsOf } from "../tags";
import { declareGroup } from "./aws";
import { intakeRights, intakeTrust, secretArn } from "./documents";
import { declareDomain, type DomainSite, type DomainTransforms } from "./aws-intake-domain";

/** The last word on each child of the intake. */
export interface IntakeTransforms extends DomainTransforms {
  /** The function. */
  function?: Transform<aws.lambda.FunctionArgs> | undefined;
  /** The role that it runs as. */
  role?: Transform<aws.iam.RoleArgs> | undefined;
  /** What that role may do. */
  rights?: Transform<aws.iam.RolePolicyArgs> | undefined;
  /** The address. */
  url?: Transform<aws.lambda.FunctionUrlArgs> | undefined;
}

export interface IntakeSite extends DomainSite {
  /** ARN of each secret in AWS Secrets Manager, by name. */
  secretArns: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Name of each there, by name. */
  secretNames: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
  /** What Vercel asks for before it sends anything. */
  verification: pulumi.Input<string>;
  intakeTransforms: IntakeTransforms;
}

/** The function's files, from the folder of Pulumi.yaml. */
const folder = "components/logs/intake";
const files = ["index", "handler", "authenticate", "lines", "mask", "batches"];

// Requirement: LOG-02, LOG-03, LOG-05, LOG-10, CONF-29
/** Declares the function and its address; answers the address, which ends in a slash. */
export function declareIntake(site: IntakeSite): pulumi.Output<string> {
  const { parent, spec, intakeTransforms: transforms } = site;
  const own = declareGroup(site, "intake-group", spec.groupName, "log-intake");
  const { role, rights } = declareRole(site);
  const made = new aws.lambda.Function(
    ...child(parent, "intake", functionArgs(site, role, own), {
      dependsOn: [rights],
      deleteBeforeReplace: true,
      transform: transforms.function,
    }),
  );
  const { domain } = spec;
  return domain ? declareDomain(site, domain, made) : declareUrl(site, made);
}

/** An address that AWS makes up, for a stack without a host of its own. */
function declareUrl(
  { parent, intakeTransforms: transforms }: IntakeSite,
  made: aws.lambda.Function,
): pulumi.Output<string> {
  // The function itself judges who may send: senders sign what they send, and have no credentials of AWS.
  const urlArgs: aws.lambda.FunctionUrlArgs = {
    functionName: made.name,
    authorizationType: "NONE",
  };
  const url = new aws.lambda.FunctionUrl(
    ...child(parent, "intake-url", urlArgs, { transform: transforms.url }),
  );
  for (const [name, permission] of Object.entries(publicCalls)) {
    const args: aws.lambda.PermissionArgs = { ...permission, function: made.name, principal: "*" };
    const opts = { transform: transforms.permission };
    new aws.lambda.Permission(...child(parent, `intake-${name}`, args, opts));
  }
  return url.functionUrl;
}

/** Both are needed since October 2025. Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
const publicCalls = {
  "may-call-url": { action: "lambda:InvokeFunctionUrl", functionUrlAuthType: "NONE" },
  "may-call": { action: "lambda:InvokeFunction", invokedViaFunctionUrl: true },
} as const;

function functionArgs(
  { args, spec, secretArns, verification }: IntakeSite,
  role: aws.iam.Role,
  own: aws.cloudwatch.LogGroup,
): aws.lambda.FunctionArgs {
  const arns = pulumi.output(secretArns);
  const arnOf = (name: string | undefined) =>
    name === undefined ? "" : arns.apply((all) => all[name] ?? "");
  return {
    name: spec.name,
    description: "Takes logs in over HTTPS",
    role: role.arn,
    runtime: aws.lambda.Runtime.NodeJS22dX,
    handler: "index.handler",
    code: new pulumi.asset.AssetArchive(
      Object.fromEntries(
        files.map((file) => [`${file}.mjs`, new pulumi.asset.FileAsset(`${folder}/${file}.mjs`)]),
      ),
    ),
    memorySize: 256,
    timeout: 30,
    reservedConcurrentExecutions: spec.reservedConcurrency,
    environment: {
      variables: {
        INTAKE: pulumi.jsonStringify({ ...spec.settings, verification }),
        DRAIN_SECRET_ARN: arnOf(spec.drainSecret),
        TOKEN_SECRET_ARN: arnOf(spec.tokenSecret),
      },
    },
    loggingConfig: { logFormat: "JSON", logGroup: own.name },
    tags: tagsOf(args, "log-intake"),
  };
}

function declareRole(intake: IntakeSite) {
  const { parent, args, spec, place, intakeTransforms: transforms } = intake;
  const roleArgs: aws.iam.RoleArgs = {
    name: spec.name,
    description: `Lets the log intake of ${args.product}, ${args.tier}, write logs`,
    assumeRolePolicy: JSON.stringify(intakeTrust),
    tags: tagsOf(args, "log-intake"),
  };
  const role = new aws.iam.Role(
    ...child(parent, "intake-role", roleArgs, { transform: transforms.role }),
  );
  const groups = [...Object.values(spec.settings.groups), spec.groupName];
  const policy = pulumi
    .all([place, readableSecrets(intake)])
    .apply(([it, secrets]) => JSON.stringify(intakeRights(it, groups, secrets)));
  const rightsArgs: aws.iam.RolePolicyArgs = { name: "write-logs", role: role.name, policy };
  const rights = new aws.iam.RolePolicy(
    ...child(parent, "intake-rights", rightsArgs, { transform: transforms.rights }),
  );
  return { role, rights };
}

/** ARNs of the secrets that the intake reads: spelled out of their names, which are known before the secrets exist. */
function readableSecrets({
  spec,
  place,
  secretArns,
  secretNames,
}: IntakeSite): pulumi.Output<string[]> {
  const used = new Set([spec.drainSecret, spec.tokenSecret].filter((name) => name !== undefined));
  return pulumi.all([place, pulumi.output(secretNames ?? secretArns)]).apply(([it, held]) =>
    [...used].map((name) => {
      const one = held[name];
      if (one === undefined) throw new Error(`AWS Secrets Manager does not hold ${name}`);
      return secretNames === undefined ? one : secretArn(it, one);
    }),
  );
}
