import { createHash } from "node:crypto";
import { type PropertyMap } from "../../../core/value";
import { allTags, awsAccountId, awsRegion, text } from "../account";
import { ids, pick } from "../ids";
import { type CloudResource, type Need, type Order } from "../resource";

const functionType = "aws:lambda/function:Function";

/** A name is taken once in an account and region. Nothing runs here: what the code does is for tests of the code. */
export const lambdaFunction: CloudResource = {
  type: functionType,
  autonamed: true,
  defaults: {
    memorySize: 128,
    packageType: "Zip",
    publish: false,
    reservedConcurrentExecutions: -1,
    skipDestroy: false,
    timeout: 3,
  },
  computed: [
    "architectures",
    "arn",
    "ephemeralStorage",
    "invokeArn",
    "lastModified",
    "loggingConfig",
    "qualifiedArn",
    "qualifiedInvokeArn",
    "responseStreamingInvokeArn",
    "signingJobArn",
    "signingProfileVersionArn",
    "sourceCodeHash",
    "sourceCodeSize",
    "tracingConfig",
    "version",
  ],
  derive: ({ inputs, account }) => ({
    region: awsRegion(inputs, account),
    tagsAll: allTags(inputs, account),
  }),
  claims: (order) => {
    const name = text(order.inputs["name"], "");
    const region = awsRegion(order.inputs, order.account);
    const reason = `ResourceConflictException: Function already exist: ${name}`;
    const refusal = refused(`creating Lambda Function (${name})`, "CreateFunction", 409, reason);
    return [{ key: `aws:lambda:${region}:${name}`, refusal }];
  },
  needs: ({ inputs }) => {
    const role = text(inputs["role"], "");
    const reason =
      "InvalidParameterValueException: The role defined for the function cannot be assumed by Lambda.";
    const name = text(inputs["name"], "");
    const refusal = refused(`creating Lambda Function (${name})`, "CreateFunction", 400, reason);
    const id = typeof inputs["role"] === "string" ? role.split("/").at(-1) : inputs["role"];
    return [{ type: "aws:iam/role:Role", id, refusal }];
  },
  create: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    return {
      id: name,
      outputs: { ...addresses(name, awsRegion(inputs, account)), ...made(inputs) },
    };
  },
};

function addresses(name: string, region: string): PropertyMap {
  const arn = `arn:aws:lambda:${region}:${awsAccountId}:function:${name}`;
  const api = `arn:aws:apigateway:${region}:lambda:path`;
  return {
    arn,
    invokeArn: `${api}/2015-03-31/functions/${arn}/invocations`,
    qualifiedArn: `${arn}:$LATEST`,
    qualifiedInvokeArn: `${api}/2015-03-31/functions/${arn}:$LATEST/invocations`,
    responseStreamingInvokeArn: `${api}/2021-11-15/functions/${arn}/response-streaming-invocations`,
  };
}

function made(inputs: PropertyMap): PropertyMap {
  const code = JSON.stringify(inputs["code"] ?? "");
  return {
    architectures: inputs["architectures"] ?? ["x86_64"],
    ephemeralStorage: inputs["ephemeralStorage"] ?? { size: 512 },
    lastModified: new Date().toISOString().replace("Z", "+0000"),
    loggingConfig: inputs["loggingConfig"] ?? {
      logFormat: "Text",
      logGroup: `/aws/lambda/${text(inputs["name"], "")}`,
    },
    signingJobArn: "",
    signingProfileVersionArn: "",
    sourceCodeHash: text(
      inputs["sourceCodeHash"],
      createHash("sha256").update(code).digest("base64"),
    ),
    sourceCodeSize: code.length,
    tracingConfig: inputs["tracingConfig"] ?? { mode: "PassThrough" },
    version: "$LATEST",
  };
}

/** One for each function. */
export const lambdaFunctionUrl: CloudResource = {
  type: "aws:lambda/functionUrl:FunctionUrl",
  defaults: { invokeMode: "BUFFERED" },
  computed: ["functionArn", "functionUrl", "urlId"],
  derive: ({ inputs, account }) => ({ region: awsRegion(inputs, account) }),
  claims: ({ inputs, account }) => {
    const name = text(inputs["functionName"], "");
    const doing = `creating Lambda Function URL (${name})`;
    const reason =
      "ResourceConflictException: Failed to create function url config. The function already has a url config.";
    const refusal = refused(doing, "CreateFunctionUrlConfig", 409, reason);
    return [{ key: `aws:lambda-url:${awsRegion(inputs, account)}:${name}`, refusal }];
  },
  needs: (order) => [
    existing(order, "functionName", "creating Lambda Function URL", "CreateFunctionUrlConfig"),
  ],
  create: ({ inputs, account }) => {
    const name = text(inputs["functionName"], "").split(":").at(-1)!;
    const region = awsRegion(inputs, account);
    const urlId = pick("abcdefghijklmnopqrstuvwxyz234567", 32);
    const functionArn = `arn:aws:lambda:${region}:${awsAccountId}:function:${name}`;
    const functionUrl = `https://${urlId}.lambda-url.${region}.on.aws/`;
    return { id: name, outputs: { functionArn, functionUrl, urlId } };
  },
};

export const lambdaPermission: CloudResource = {
  type: "aws:lambda/permission:Permission",
  defaults: { statementIdPrefix: "" },
  computed: ["statementId"],
  derive: ({ inputs, account }) => ({ region: awsRegion(inputs, account) }),
  // What is named by its ARN may be kept by others, whose functions are not here.
  needs: (order) =>
    text(order.inputs["function"], "").startsWith("arn:")
      ? []
      : [existing(order, "function", "adding Lambda Permission", "AddPermission")],
  create: ({ inputs }) => {
    const statementId = text(inputs["statementId"], `terraform-${pick("0123456789", 26)}`);
    return { id: statementId, outputs: { statementId } };
  },
};

/** The function, by its name or its ARN. */
function existing({ inputs }: Order, key: string, doing: string, call: string): Need {
  const given = inputs[key];
  const name = text(given, "").split(":").at(-1) ?? "";
  const reason = `ResourceNotFoundException: Function not found: ${text(given, "")}`;
  const refusal = refused(`${doing} (${name})`, call, 404, reason);
  return { type: functionType, id: typeof given === "string" ? name : given, refusal };
}

function refused(doing: string, call: string, code: number, reason: string): string {
  return `${doing}: operation error Lambda: ${call}, https response error StatusCode: ${code}, RequestID: ${ids.uuid()}, ${reason}`;
}
