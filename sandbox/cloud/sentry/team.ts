import { ids } from "../ids";
import { type CloudResource } from "../resource";
import { claimOf, slugOf, teamType } from "./site";

/** Its projects stay when it goes: they have no team then. */
export const team: CloudResource = {
  type: teamType,
  autonamed: true,
  computed: ["internalId", "slug", "teamId"],
  derive: () => ({ hasAccess: true, isMember: false, isPending: false }),
  claims: (order) => {
    const slug = slugOf(order);
    const refusal = `409 A team with this slug already exists. (${slug})`;
    return [{ key: claimOf("team", order.inputs["organization"], slug), refusal }];
  },
  create: (order) => {
    const number = ids.sentryNumber();
    const slug = slugOf(order);
    return { id: slug, outputs: { internalId: number, slug, teamId: number } };
  },
};
