import { serviceSpec } from "../../components/services/spec";
import { parseSettings } from "../../config/parse";
import { renderPreviews } from "../../render/preview-pool";
import type { RenderedFile } from "../../render/service";
import { sectionsOf } from "../config/support";

/** What the example product's stack files say of the orchestrator's previews: the image, then the pool. */
export function exampleOf(stack: string): RenderedFile[] {
  const parsed = parseSettings(sectionsOf(`Pulumi.${stack}.yaml`));
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  const { services, stack: about } = parsed.settings;
  const args = services.orchestrator;
  if (!args) throw new Error("no orchestrator");
  return renderPreviews(serviceSpec(args), { service: "orchestrator", stack, tier: about.tier });
}
