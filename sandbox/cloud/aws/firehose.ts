import { isPropertyMap } from "../../../core/value";
import { allTags, awsAccountId, awsRegion, text } from "../account";
import { ids } from "../ids";
import { type CloudResource, type Need, type Order } from "../resource";
import { bucketType } from "./s3-bucket";

export const deliveryType = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";

/** A name is taken once in an account and region; the role and the bucket must be there before it is made. */
export const deliveryStream: CloudResource = {
  type: deliveryType,
  autonamed: true,
  computed: ["arn", "destinationId", "versionId"],
  derive: ({ inputs, account }) => ({
    region: awsRegion(inputs, account),
    tagsAll: allTags(inputs, account),
  }),
  claims: (order) => {
    const name = text(order.inputs["name"], "");
    const reason = `ResourceInUseException: Firehose ${name} under accountId ${awsAccountId} already exists`;
    const region = awsRegion(order.inputs, order.account);
    return [{ key: `aws:firehose:${region}:${name}`, refusal: refused(order, reason) }];
  },
  needs: (order) => [...needed(order, role), ...needed(order, bucket)],
  create: ({ inputs, account }) => {
    const region = awsRegion(inputs, account);
    const arn = `arn:aws:firehose:${region}:${awsAccountId}:deliverystream/${text(inputs["name"], "")}`;
    return {
      id: arn,
      outputs: { arn, destinationId: "destinationId-000000000001", versionId: "1" },
    };
  },
};

/** What the destination names by an ARN, and what Firehose says when it is not there. */
interface Named {
  key: string;
  type: string;
  /** What stands before the name in the ARN. */
  before: string;
  refusal: (arn: string) => string;
}

const role: Named = {
  key: "roleArn",
  type: "aws:iam/role:Role",
  before: "/",
  refusal: (arn) => `Firehose is unable to assume role ${arn}. Please check the role provided.`,
};
const bucket: Named = {
  key: "bucketArn",
  type: bucketType,
  before: ":::",
  refusal: (arn) => `Bucket ${arn} not found. Please verify that the role has access to it.`,
};

/** Another destination than S3 names nothing that is looked for here. */
function needed(order: Order, { key, type, before, refusal }: Named): Need[] {
  const destination = order.inputs["extendedS3Configuration"];
  const arn = isPropertyMap(destination) ? destination[key] : undefined;
  if (arn === undefined) return [];
  const id = typeof arn === "string" ? arn.split(before).at(-1) : arn;
  const reason = `InvalidArgumentException: ${refusal(text(arn, ""))}`;
  return [{ type, id, refusal: refused(order, reason) }];
}

function refused({ inputs }: Order, reason: string): string {
  const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
  return `creating Kinesis Firehose Delivery Stream (${text(inputs["name"], "")}): operation error Firehose: CreateDeliveryStream, ${status}, ${reason}`;
}
