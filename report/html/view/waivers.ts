import type { Report } from "../../model";
import { counted } from "../numbers";
import type { Anchors } from "./anchors";

/** Days in which somebody should look at a waiver again. */
const soon = 14;

export function waiversView({ waivers }: Report, anchors: Anchors) {
  return waivers.map((waiver) => {
    const { rule, daysLeft, covers } = waiver;
    return {
      ...waiver,
      anchor: anchors.rule(rule),
      left: daysLeft < 0 ? `over for ${counted(-daysLeft, "day")}` : counted(daysLeft, "day"),
      letter: daysLeft < 0 ? "f" : daysLeft <= soon ? "u" : "w",
      covers: covers.map((id) => ({ id, anchor: anchors.result(id) })),
    };
  });
}
