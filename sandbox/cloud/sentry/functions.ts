import { text } from "../account";
import { Refusal } from "../refusal";
import { type CloudFunction } from "../resource";
import { notFound, teamCalled } from "./site";

/** One that a stack has made, or else one that was made by hand: each slug is somebody's. */
const getSentryTeam: CloudFunction = {
  token: "sentry:index/getSentryTeam:getSentryTeam",
  call: ({ inputs, cloud }) => {
    const organization = text(inputs["organization"], "");
    const slug = text(inputs["slug"], "");
    if (!/^[a-z0-9_-]+$/.test(slug)) throw new Refusal(notFound);
    const made = teamCalled(cloud, organization, slug);
    const hand = cloud.derive(`sentry team ${organization}/${slug}`).slice(0, 6);
    const internalId = text(made?.outputs["internalId"], String(Number.parseInt(hand, 16)));
    return {
      ...{ id: slug, slug, organization, internalId, name: text(made?.inputs["name"], slug) },
      ...{ hasAccess: true, isMember: false, isPending: false },
    };
  },
};

export const sentryFunctions: readonly CloudFunction[] = [getSentryTeam];
