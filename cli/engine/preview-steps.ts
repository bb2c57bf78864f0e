import type { EngineEvent } from "@pulumi/pulumi/automation/events";
import type { PreviewStep, ResourceState } from "../../gate/change";
import { toPropertyMap } from "../../policies/host/values";

type StepMetadata = NonNullable<EngineEvent["resourcePreEvent"]>["metadata"];

/** A step as rules about changes see it: the engine has masked its secrets, unknown values become `UNKNOWN`. */
export function previewStep(metadata: StepMetadata): PreviewStep {
  const { urn, type, op } = metadata;
  const [old, now] = [state(metadata.old), state(metadata.new)];
  const { custom } = metadata.new ?? metadata.old ?? {};
  return {
    urn,
    type,
    op,
    ...(custom === false && { component: true }),
    ...(old && { old }),
    ...(now && { new: now }),
  };
}

function state(given: StepMetadata["old"]): ResourceState | undefined {
  if (!given) return undefined;
  const { inputs, protect, parent } = given;
  return {
    inputs: toPropertyMap((inputs as object | undefined) ?? {}),
    protect: Boolean(protect),
    ...(parent && { parent }),
  };
}
