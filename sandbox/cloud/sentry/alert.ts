import { text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";
import { needsProject } from "./site";

/** Two alerts of one name are two alerts: Sentry tells them apart by number. */
export const issueAlert: CloudResource = {
  type: "sentry:index/sentryIssueAlert:SentryIssueAlert",
  autonamed: true,
  defaults: { environment: "" },
  computed: ["internalId"],
  derive: ({ inputs }) => ({ projects: [text(inputs["project"], "")] }),
  needs: needsProject,
  create: ({ inputs }) => {
    const internalId = ids.sentryNumber();
    const place = ["organization", "project"].map((name) => text(inputs[name], ""));
    return { id: [...place, internalId].join("/"), outputs: { internalId } };
  },
};
