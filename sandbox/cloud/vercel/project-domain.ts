import { text, vercelTeam } from "../account";
import { type CloudResource, type Order } from "../resource";
import { needsProject, teamOutput } from "./project";

const type = "vercel:index/projectDomain:ProjectDomain";

export const projectDomain: CloudResource = {
  type,
  computed: ["verified", "verifications"],
  derive: teamOutput,
  needs: (order) => [...needsProject("project domain")(order), ...redirectTarget(order)],
  claims: (order) => [
    {
      key: claimOf(order, text(order.inputs["domain"], "")),
      refusal: refusal(
        order,
        `domain_already_in_use - Cannot add ${text(order.inputs["domain"], "")} since it's already assigned to another project.`,
      ),
    },
  ],
  create: ({ inputs }) => ({
    id: text(inputs["domain"], ""),
    outputs: { verified: true, verifications: [] },
  }),
};

/** A redirect goes to another domain of the same project, which must be there first. */
function redirectTarget(order: Order): ReturnType<NonNullable<CloudResource["needs"]>> {
  const target = order.inputs["redirect"];
  if (typeof target !== "string") return [];
  const holder = order.cloud.holderOf(claimOf(order, target));
  const here = holder?.inputs["projectId"] === order.inputs["projectId"];
  const reason = `bad_request - The redirect target ${target} is not a domain of this project.`;
  return here ? [] : [{ type, id: undefined, refusal: refusal(order, reason) }];
}

function claimOf({ inputs, account }: Order, domain: string): string {
  return `vercel:domain:${vercelTeam(inputs, account)}:${domain.toLowerCase()}`;
}

function refusal({ inputs }: Order, reason: string): string {
  const domain = text(inputs["domain"], "");
  const project = text(inputs["projectId"], "");
  return `Error adding domain to project: Could not add domain ${domain} to project ${project}, unexpected error: ${reason}`;
}
