import { ids } from "../ids";
import { type CloudResource } from "../resource";
import { needsProject } from "./project";

/** An identity provider whose tokens the project accepts. Keys are looked up by the vendor; here none are found. */
export const thirdPartyAuth: CloudResource = {
  type: "supabase:index/thirdPartyAuth:ThirdPartyAuth",
  computed: ["insertedAt", "resolvedAt", "resolvedJwks", "type", "updatedAt"],
  needs: needsProject,
  create: () => {
    const now = new Date().toISOString();
    const times = { insertedAt: now, updatedAt: now, resolvedAt: now };
    return { id: ids.uuid(), outputs: { ...times, resolvedJwks: "{}", type: "custom" } };
  },
};
