import { ids } from "../ids";
import { type CloudResource } from "../resource";
import { isPartOf } from "./parts";

export const projectType = "supabase:index/project:Project";

export const project: CloudResource = {
  type: projectType,
  autonamed: true,
  defaults: { legacyApiKeysEnabled: true },
  goneUnnoticed: true,
  takes: isPartOf,
  create: () => ({ id: ids.supabaseProject() }),
};

/** The refusal of an object whose project is not there. */
export const needsProject: NonNullable<CloudResource["needs"]> = ({ inputs }) => [
  {
    type: projectType,
    id: inputs["projectRef"],
    refusal:
      'Client Error: Unable to read project, got status 404: {"message":"Project not found"}',
  },
];
