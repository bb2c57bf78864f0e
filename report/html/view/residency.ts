import { groupBy } from "../../../core/group";
import { byText } from "../../../core/order";
import { shortType } from "../../../core/urn";
import type { Report } from "../../model";
import type { PlaceReason, ReportedResidence } from "../../section-model";
import type { Anchors } from "./anchors";

const reasons: Readonly<Record<PlaceReason, string>> = {
  declared: "named by the resource",
  provider: "where its provider is set to",
  project: "with its project",
  global: "in no region that could be chosen",
  vendor: "the vendor's choice",
};

interface Row {
  country: string;
  region: string;
  place: string;
  all: ReportedResidence[];
}

/** Countries with their regions, and what keeps data in which of them. */
export function residencyView({ residency }: Report, anchors: Anchors) {
  const keeping = residency.filter(({ holds, personalData }) => holds ?? personalData);
  return {
    places: rowsOf(residency).map(({ all, ...row }) => ({
      ...row,
      vendors: [...new Set(all.map(({ vendor }) => vendor))].sort().join(", "),
      count: all.length,
      keeping: all.filter((one) => keeping.includes(one)).length,
    })),
    keeping: keeping.map(({ urn, name, type, holds, said, places, personalData }) => ({
      name,
      kind: shortType(type),
      anchor: anchors.resource(urn),
      holds: holds ?? "",
      where: places.map(({ region, place }) =>
        place === undefined ? region : `${place} (${region})`,
      ),
      reason: reasons[said],
      personal: personalData === undefined ? "not said" : personalData ? "yes" : "no",
    })),
  };
}

/** One row a region; a resource in several stands in each. What is in none comes last. */
function rowsOf(residency: readonly ReportedResidence[]): Row[] {
  const placed = residency.flatMap((one) =>
    one.places.map(({ region, place = "", country = "not known" }) => ({
      one,
      region,
      place,
      country,
    })),
  );
  const rows = [...groupBy(placed, ({ region }) => region)].map(([region, items]) => ({
    country: items[0]?.country ?? "",
    region,
    place: items[0]?.place ?? "",
    all: items.map(({ one }) => one),
  }));
  const rest = groupBy(
    residency.filter(({ places }) => places.length === 0),
    ({ said }) => said,
  );
  return [
    ...rows.sort(
      byText(
        ({ country }) => country,
        ({ region }) => region,
      ),
    ),
    ...[...rest]
      .map(([said, all]) => ({ country: "–", region: "–", place: reasons[said], all }))
      .sort(byText(({ place }) => place)),
  ];
}
