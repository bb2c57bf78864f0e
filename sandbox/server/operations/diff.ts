import { type InputDiff } from "../../check";
import { cloudResource } from "../../cloud";
import { type Services } from "../services";
import { revealMap, type WireMap } from "../../../rpc/value";
import { isAutoname } from "./autoname";
import { type Target } from "./order";

export type Difference = Pick<InputDiff, "changes" | "detailed" | "replaces"> & {
  deleteBeforeReplace: boolean;
};

/** Compares what the program said last time with what it says now. */
export function diff(
  services: Services,
  target: Target,
  inputs: { olds: WireMap; news: WireMap },
): Difference {
  const olds = revealMap(inputs.olds);
  const news = revealMap(inputs.news);
  const found = services.contracts.diffInputs(target.type, olds, news);
  const deleteBeforeReplace = found.replaces.length > 0 && keepsName(target, olds, news);
  return { ...found, deleteBeforeReplace };
}

/** A name that the program gave is in use until the old object is gone: the bridge then deletes first. */
function keepsName(target: Target, olds: Named, news: Named): boolean {
  const { name } = news;
  const autonamed = cloudResource(target.type)?.autonamed === true;
  const given = typeof name === "string" && !isAutoname(target.urn, name);
  return autonamed && given && name === olds["name"];
}

type Named = ReturnType<typeof revealMap>;
