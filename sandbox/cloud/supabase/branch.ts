import { text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";
import { projectType } from "./project";

/** A copy of a project for a branch of its repository. What its database is called comes with a later refresh. */
export const branch: CloudResource = {
  type: "supabase:index/branch:Branch",
  defaults: { persistent: false },
  computed: ["database"],
  needs: ({ inputs }) => [
    {
      type: projectType,
      id: inputs["parentProjectRef"],
      refusal:
        'Client Error: Unable to create branch, got status 404: {"message":"Project not found"}',
    },
  ],
  claims: ({ inputs }) => [
    {
      key: `supabase:branch:${text(inputs["parentProjectRef"], "")}:${text(inputs["gitBranch"], "")}`,
      refusal: `Client Error: Unable to create branch, got status 409: {"message":"Branch ${text(inputs["gitBranch"], "")} already exists"}`,
    },
  ],
  create: () => ({ id: ids.uuid(), outputs: { database: null } }),
};
