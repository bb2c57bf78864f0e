import { glance } from "../../glance";
import type { Report } from "../../model";
import { grouped } from "../numbers";

interface Tile {
  /** Section that says more. */
  id: string;
  big: string;
  small: string;
}

/** A second row of tiles: what the stack is, beside how it was judged. */
export function glanceOf(report: Report): Tile[] {
  const { grade, hosts, alarms, countries, roles, changes } = glance(report);
  const total = changes?.reduce((sum, { count }) => sum + count, 0);
  const tiles: readonly (Tile | false | undefined)[] = [
    total !== undefined && tile("changes", total, "change"),
    grade !== undefined && { id: "headers", big: grade, small: "headers, worst route" },
    hosts && { id: "coverage", big: `${hosts.watched} of ${hosts.all}`, small: "hosts watched" },
    alarms > 0 && tile("coverage", alarms, "alarm"),
    countries.length > 0 && tile("residency", countries.length, "country", "countries"),
    roles > 0 && tile("access", roles, "role"),
    tile("resources", report.resources.length, "resource"),
  ];
  return tiles.filter((tile): tile is Tile => Boolean(tile));
}

function tile(id: string, count: number, one: string, many = `${one}s`): Tile {
  return { id, big: grouped(count), small: count === 1 ? one : many };
}
