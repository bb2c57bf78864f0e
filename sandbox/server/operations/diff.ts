import { type PropertyMap } from "../../../core/value";
import { type InputDiff } from "../../check";
import { cloudResource } from "../../cloud";
import { type Services } from "../services";
import { revealMap, type WireMap } from "../../../rpc/value";
import { isAutoname } from "./autoname";
import { type Target } from "../../../rpc/target";
import { orderOf } from "./order";

export type Difference = Pick<InputDiff, "changes" | "detailed" | "replaces"> & {
  deleteBeforeReplace: boolean;
};

/** Compares what the program said last time with what it says now. */
export function diff(
  services: Services,
  target: Target,
  inputs: { olds: WireMap; news: WireMap; state: WireMap },
): Difference {
  const olds = revealMap(inputs.olds);
  const news = revealMap(inputs.news);
  const [from, to] = placed(services, target, inputs);
  const found = services.contracts.diffInputs(
    target.type,
    { ...olds, ...from },
    { ...news, ...to },
  );
  for (const name of watchedChanges(services, target, inputs)) {
    if (!found.changes.includes(name)) found.changes.push(name);
    found.detailed[name] = "update";
  }
  const deleteBeforeReplace = found.replaces.length > 0 && keepsName(target, olds, news);
  return { ...found, deleteBeforeReplace };
}

/**
 * The region that something on AWS is in and the one that it shall be in, said or not: the AWS provider puts its own where
 * the program says none, and compares the two.
 */
function placed(
  services: Services,
  target: Target,
  { news, state }: { news: WireMap; state: WireMap },
): [from: PropertyMap, to: PropertyMap] {
  const order = orderOf(services, target, news);
  const region = order.inputs["region"] ?? cloudResource(target.type)?.derive?.(order)["region"];
  const before = revealMap(state)["region"];
  const isOnAws = target.type.startsWith("aws:") && region !== undefined && before !== undefined;
  return isOnAws ? [{ region: before }, { region }] : [{}, {}];
}

/** What the provider computes again from files, and finds to be another than it was. */
function watchedChanges(
  services: Services,
  target: Target,
  { news, state }: { news: WireMap; state: WireMap },
): string[] {
  const resource = cloudResource(target.type);
  if (!resource?.watched) return [];
  const now = resource.derive?.(orderOf(services, target, news)) ?? {};
  const before = revealMap(state);
  return resource.watched.filter((name) => now[name] !== before[name]);
}

/** A name that the program gave is in use until the old object is gone: the bridge then deletes first. */
function keepsName(target: Target, olds: Named, news: Named): boolean {
  const { name } = news;
  const autonamed = cloudResource(target.type)?.autonamed === true;
  const given = typeof name === "string" && !isAutoname(target.urn, name);
  return autonamed && given && name === olds["name"];
}

type Named = ReturnType<typeof revealMap>;
