import { allTags, awsAccountId, awsRegion, text } from "../account";
import { ids } from "../ids";
import { type CloudResource, type Need, type Order } from "../resource";
import { bucketType } from "./s3-bucket";

/** A name is taken once in an account and region. Nothing runs here: what the script does is for tests of the script. */
export const canary: CloudResource = {
  type: "aws:synthetics/canary:Canary",
  autonamed: true,
  defaults: {
    deleteLambda: false,
    failureRetentionPeriod: 31,
    startCanary: false,
    successRetentionPeriod: 31,
  },
  computed: ["arn", "engineArn", "sourceLocationArn", "timelines"],
  derive: ({ inputs, account }) => ({
    region: awsRegion(inputs, account),
    status: inputs["startCanary"] === true ? "RUNNING" : "READY",
    tagsAll: allTags(inputs, account),
  }),
  claims: (order) => {
    const name = text(order.inputs["name"], "");
    const reason = "ConflictException: A canary with the same name already exists.";
    const key = `aws:canary:${awsRegion(order.inputs, order.account)}:${name}`;
    return [{ key, refusal: refused(order, 409, reason) }];
  },
  needs: (order) => {
    const { executionRoleArn: role, s3Bucket: bucket } = order.inputs;
    const roleName = typeof role === "string" ? role.split("/").at(-1) : role;
    const noRole = "ValidationException: The execution role cannot be assumed by Lambda.";
    const noBucket = `ValidationException: The bucket ${text(bucket, "")} of the script does not exist.`;
    const needs: Need[] = [
      { type: "aws:iam/role:Role", id: roleName, refusal: refused(order, 400, noRole) },
    ];
    if (bucket !== undefined) {
      needs.push({ type: bucketType, id: bucket, refusal: refused(order, 400, noBucket) });
    }
    return needs;
  },
  create: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    const of = (service: string, rest: string) =>
      `arn:aws:${service}:${awsRegion(inputs, account)}:${awsAccountId}:${rest}`;
    const lambda = `cwsyn-${name}-${ids.uuid()}`;
    const now = new Date().toISOString();
    return {
      id: name,
      outputs: {
        arn: of("synthetics", `canary:${name}`),
        engineArn: of("lambda", `function:${lambda}:1`),
        sourceLocationArn: of("lambda", `layer:${lambda}:1`),
        timelines: [{ created: now, lastModified: now, lastStarted: "", lastStopped: "" }],
      },
    };
  },
};

function refused({ inputs }: Order, code: number, reason: string): string {
  const status = `https response error StatusCode: ${code}, RequestID: ${ids.uuid()}`;
  return `creating Synthetics Canary (${text(inputs["name"], "")}): operation error synthetics: CreateCanary, ${status}, ${reason}`;
}
