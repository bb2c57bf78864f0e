import { shortType } from "../../../core/urn";
import type { Report } from "../../model";
import { renderedWords } from "../../sections/rendered";
import { usd } from "../numbers";
import { letterOf, states, wordOf } from "../words";
import type { Anchors } from "./anchors";
import { partsOf } from "./parts";

export function resourcesView(report: Report, anchors: Anchors) {
  const parts = partsOf(report);
  const regions = new Map(
    report.residency.map(({ urn, places }) => [urn, places.map(({ region }) => region).join(", ")]),
  );
  return {
    count: report.resources.length,
    vendors: [...new Set(report.resources.map(({ vendor }) => vendor))].sort(),
    states,
    parts: parts.map(({ name, resources, state }) => ({
      name,
      letter: letterOf(state),
      word: wordOf(state),
      rows: resources.map((one) => ({
        anchor: anchors.resource(one.urn),
        name: one.name,
        urn: one.urn,
        kind: shortType(one.type),
        vendor: one.vendor,
        rendered: one.rendered ? `${renderedWords}: ${one.rendered.join(", ")}` : "",
        region: regions.get(one.urn) ?? one.region ?? "",
        kept: one.protect,
        usd: one.monthlyUsd === undefined ? "" : usd(one.monthlyUsd),
        letter: letterOf(one.state),
        word: wordOf(one.state),
      })),
    })),
  };
}
