import { text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";
import { needsProject, projectOf } from "./site";

/** Sentry makes a key called Default with each project; one that is declared comes beside it, and names repeat freely. */
export const key: CloudResource = {
  type: "sentry:index/sentryKey:SentryKey",
  autonamed: true,
  defaults: { isActive: true, rateLimitCount: 0, rateLimitWindow: 0 },
  computed: ["dsnCsp", "dsnPublic", "dsnSecret", "projectId", "public", "secret"],
  credentials: ["dsnCsp", "dsnPublic"],
  needs: needsProject,
  create: (order) => {
    const shown = ids.hex(32);
    const hidden = ids.hex(32);
    const number = Number(projectOf(order)?.outputs["projectId"] ?? 0);
    const organization = order.cloud.derive(`sentry ${text(order.inputs["organization"], "")}`);
    const host = `o${Number.parseInt(organization.slice(0, 6), 16)}.ingest.us.sentry.io`;
    return {
      id: shown,
      outputs: {
        dsnCsp: `https://${host}/api/${number}/csp-report/?sentry_key=${shown}`,
        dsnPublic: `https://${shown}@${host}/${number}`,
        dsnSecret: `https://${shown}:${hidden}@${host}/${number}`,
        projectId: number,
        public: shown,
        secret: hidden,
      },
    };
  },
};
