import { text } from "../account";
import { ids } from "../ids";
import { type CloudResource, type Need, type Order } from "../resource";

/** Policies of AWS's own are there in every account. */
const ofAws = "arn:aws:iam::aws:policy/";

export const iamRolePolicyAttachment: CloudResource = {
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  needs: (order) => {
    const role = text(order.inputs["role"], "");
    const policy = text(order.inputs["policyArn"], "");
    const noRole = refused(order, `The role with name ${role} cannot be found.`);
    const noPolicy = refused(order, `Policy ${policy} does not exist or is not attachable.`);
    const needed: Need[] = [
      { type: "aws:iam/role:Role", id: order.inputs["role"], refusal: noRole },
      { type: "aws:iam/policy:Policy", id: order.inputs["policyArn"], refusal: noPolicy },
    ];
    return policy.startsWith(ofAws) ? needed.slice(0, 1) : needed;
  },
  create: ({ inputs }) => {
    const role = text(inputs["role"], "");
    return { id: `${role}/${text(inputs["policyArn"], "")}` };
  },
};

function refused({ inputs }: Order, reason: string): string {
  const role = text(inputs["role"], "");
  const policy = text(inputs["policyArn"], "");
  const status = `https response error StatusCode: 404, RequestID: ${ids.uuid()}`;
  return `attaching IAM Policy (${policy}) to IAM Role (${role}): operation error IAM: AttachRolePolicy, ${status}, NoSuchEntity: ${reason}`;
}
