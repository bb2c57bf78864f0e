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
  needs: (order) => [
    ...needed(order, "roleArn", "aws:iam/role:Role", "/", roleRefused),
    ...needed(order, "bucketArn", bucketType, ":::", bucketRefused),
  ],
  create: ({ inputs, account }) => {
    const region = awsRegion(inputs, account);
    const arn = `arn:aws:firehose:${region}:${awsAccountId}:deliverystream/${text(inputs["name"], "")}`;
    return {
      id: arn,
      outputs: { arn, destinationId: "destinationId-000000000001", versionId: "1" },
    };
  },
};

const roleRefused =
  "InvalidArgumentException: Firehose is unable to assume role %. Please check the role provided.";
const bucketRefused =
  "InvalidArgumentException: Bucket % not found. Please verify the bucket exists and the role provided has access to it.";

/** What the destination names by its ARN; another destination than S3 names nothing that is looked for here. */
function needed(
  order: Order,
  key: string,
  type: string,
  separator: string,
  reason: string,
): Need[] {
  const destination = order.inputs["extendedS3Configuration"];
  const arn = isPropertyMap(destination) ? destination[key] : undefined;
  if (arn === undefined) return [];
  const id = typeof arn === "string" ? arn.split(separator).at(-1) : arn;
  return [{ type, id, refusal: refused(order, reason.replace("%", text(arn, ""))) }];
}

function refused({ inputs }: Order, reason: string): string {
  const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
  return `creating Kinesis Firehose Delivery Stream (${text(inputs["name"], "")}): operation error Firehose: CreateDeliveryStream, ${status}, ${reason}`;
}
