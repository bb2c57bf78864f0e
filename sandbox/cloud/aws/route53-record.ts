import { text } from "../account";
import { type CloudResource, type Order } from "../resource";

export const route53Record: CloudResource = {
  type: "aws:route53/record:Record",
  derive: (order) => ({ fqdn: text(order.inputs["name"], "").toLowerCase().replace(/\.$/, "") }),
  claims: (order) => {
    const [, name, kind] = identity(order);
    const refusal = `creating Route53 Record: operation error Route 53: ChangeResourceRecordSets, InvalidChangeBatch: [Tried to create resource record set [name='${name}.', type='${kind}'] but it already exists]`;
    return [{ key: `aws:route53-record:${identity(order).join(":")}`, refusal }];
  },
  create: (order) => ({ id: identity(order).filter(Boolean).join("_") }),
};

/** Zone, name and type, and the set where one name has several answers. */
function identity({ inputs }: Order): string[] {
  const name = text(inputs["name"], "").toLowerCase().replace(/\.$/, "");
  return [
    text(inputs["zoneId"], ""),
    name,
    text(inputs["type"], ""),
    text(inputs["setIdentifier"], ""),
  ];
}
