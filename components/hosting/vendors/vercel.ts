import { declareOnVercel } from "../vercel";
import type { DeclareHosting } from "./vendor";

/** The host whose words the args use: each of them is an input of one of its resources. */
export const vercel: DeclareHosting = ({ parent, spec, transforms }) => {
  const { projectId } = declareOnVercel(parent, spec, transforms);
  return { vercelProjectId: projectId };
};
