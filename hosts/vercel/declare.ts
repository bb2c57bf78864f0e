import { declareOnVercel, type VercelTransforms } from "../../components/hosting/vercel";
import type { Hosted, HostingOrder } from "../contract/declarations";

/** The host whose words the args use: each of them is an input of one of its resources. */
export function hosting({ parent, spec, transforms }: HostingOrder<VercelTransforms>): Hosted {
  const { projectId } = declareOnVercel(parent, spec, transforms);
  return { vercelProjectId: projectId };
}
