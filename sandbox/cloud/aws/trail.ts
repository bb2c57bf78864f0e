import { type PropertyMap } from "../../../core/value";
import { allTags, awsAccountId, awsRegion, text } from "../account";
import { ids } from "../ids";
import { type CloudResource, type Need, type Order } from "../resource";
import { bucketType } from "./s3-bucket";

/** A name is taken once in an account and region, and the bucket must let the trail in before it is made. */
export const trail: CloudResource = {
  type: "aws:cloudtrail/trail:Trail",
  autonamed: true,
  defaults: {
    enableLogFileValidation: false,
    enableLogging: true,
    includeGlobalServiceEvents: true,
    isMultiRegionTrail: false,
    isOrganizationTrail: false,
  },
  computed: ["arn", "homeRegion", "snsTopicArn"],
  derive: ({ inputs, account }) => ({
    region: awsRegion(inputs, account),
    tagsAll: allTags(inputs, account),
  }),
  claims: (order) => {
    const name = text(order.inputs["name"], "");
    const reason = `TrailAlreadyExistsException: Trail ${name} already exists for customer: ${awsAccountId}`;
    const region = awsRegion(order.inputs, order.account);
    return [{ key: `aws:trail:${region}:${name}`, refusal: refused(order, reason) }];
  },
  needs: (order) => [bucket(order), ...openBucket(order)],
  create: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    const region = awsRegion(inputs, account);
    const arn = `arn:aws:cloudtrail:${region}:${awsAccountId}:trail/${name}`;
    return { id: arn, outputs: { arn, homeRegion: region, snsTopicArn: "" } };
  },
};

function bucket(order: Order): Need {
  const name = text(order.inputs["s3BucketName"], "");
  const reason = `S3BucketDoesNotExistException: S3 bucket ${name} does not exist!`;
  return { type: bucketType, id: order.inputs["s3BucketName"], refusal: refused(order, reason) };
}

/** CloudTrail tries to write when the trail is made. */
function openBucket(order: Order): Need[] {
  const name = text(order.inputs["s3BucketName"], "");
  const policy = order.cloud.find("aws:s3/bucketPolicy:BucketPolicy", name)?.outputs["policy"];
  if (statementsOf(policy).some(letsTrailWrite)) return [];
  const reason = `InsufficientS3BucketPolicyException: Incorrect S3 bucket policy is detected for bucket: ${name}`;
  return [{ type: bucketType, id: undefined, refusal: refused(order, reason) }];
}

function letsTrailWrite({ Effect, Principal, Action }: PropertyMap): boolean {
  const isTrail =
    (Principal as PropertyMap | undefined)?.["Service"] === "cloudtrail.amazonaws.com";
  return Effect === "Allow" && isTrail && [Action].flat().includes("s3:PutObject");
}

function statementsOf(policy: unknown): PropertyMap[] {
  if (typeof policy !== "string") return [];
  const { Statement } = JSON.parse(policy) as { Statement?: PropertyMap[] };
  return Statement ?? [];
}

function refused({ inputs }: Order, reason: string): string {
  const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
  return `creating CloudTrail Trail (${text(inputs["name"], "")}): operation error CloudTrail: CreateTrail, ${status}, ${reason}`;
}
