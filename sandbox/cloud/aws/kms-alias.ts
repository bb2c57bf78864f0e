import { awsAccountId, awsRegion, text } from "../account";
import { ids } from "../ids";
import { type CloudResource, type Order } from "../resource";

/** Another name of a key: taken once in an account and region. */
export const kmsAlias: CloudResource = {
  type: "aws:kms/alias:Alias",
  defaults: { namePrefix: "" },
  computed: ["arn", "name", "targetKeyArn"],
  derive: ({ inputs, account }) => ({ region: awsRegion(inputs, account) }),
  claims: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    if (name === "") return [];
    const region = awsRegion(inputs, account);
    const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
    const refusal = `creating KMS Alias (${name}): operation error KMS: CreateAlias, ${status}, AlreadyExistsException: An alias with the name arn:aws:kms:${region}:${awsAccountId}:${name} already exists`;
    return [{ key: `aws:kms-alias:${region}:${name}`, refusal }];
  },
  needs: (order) => {
    const key = text(order.inputs["targetKeyId"], "");
    const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
    const refusal = `creating KMS Alias (${text(order.inputs["name"], "")}): operation error KMS: CreateAlias, ${status}, NotFoundException: Key '${keyArn(order)}' does not exist`;
    return [{ type: "aws:kms/key:Key", id: key.slice(key.lastIndexOf("/") + 1), refusal }];
  },
  create: (order) => {
    const { inputs, account } = order;
    const madeUp = `${text(inputs["namePrefix"], "alias/")}${ids.uuid()}`;
    const name = text(inputs["name"], madeUp);
    const arn = `arn:aws:kms:${awsRegion(inputs, account)}:${awsAccountId}:${name}`;
    return { id: name, outputs: { arn, name, targetKeyArn: keyArn(order) } };
  },
};

/** A target is given by its id or by its ARN. */
function keyArn({ inputs, account }: Order): string {
  const target = text(inputs["targetKeyId"], "");
  if (target.startsWith("arn:")) return target;
  return `arn:aws:kms:${awsRegion(inputs, account)}:${awsAccountId}:key/${target}`;
}
