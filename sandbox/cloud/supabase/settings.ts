import { text } from "../account";
import { type CloudResource } from "../resource";
import { needsProject } from "./project";

/** One set of settings a project; the provider never resets them, so two resources on one project are no conflict. */
export const settings: CloudResource = {
  type: "supabase:index/settings:Settings",
  needs: needsProject,
  create: ({ inputs }) => ({ id: text(inputs["projectRef"], "") }),
};
