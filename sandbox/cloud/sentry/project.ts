import { ids } from "../ids";
import { type CloudResource } from "../resource";
import { claimOf, projectType, slugOf } from "./site";

/** What Sentry fills in for a new project. */
const defaults = {
  color: "#3f70bf",
  digestsMaxDelay: 1800,
  digestsMinDelay: 300,
  features: ["alert-filters", "issue-alerts-targeting", "rate-limits", "releases"],
  isBookmarked: false,
  isPublic: false,
  platform: "",
  resolveAge: 0,
  status: "active",
};

/** A team may have been made by hand, so that any is taken. Its keys and alerts go with it, whichever stack made them. */
export const project: CloudResource = {
  type: projectType,
  autonamed: true,
  defaults,
  computed: ["internalId", "projectId", "slug"],
  claims: (order) => {
    const slug = slugOf(order);
    const refusal = `409 A project with this slug already exists. (${slug})`;
    return [{ key: claimOf("project", order.inputs["organization"], slug), refusal }];
  },
  create: (order) => {
    const number = ids.sentryNumber();
    const slug = slugOf(order);
    return { id: slug, outputs: { internalId: number, projectId: number, slug } };
  },
  takes: ({ type, inputs }, id, object) =>
    type.startsWith("sentry:") &&
    type !== projectType &&
    inputs["organization"] === object.inputs["organization"] &&
    inputs["project"] === id,
};
