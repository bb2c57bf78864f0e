import { byText } from "../../core/order";
import type { ReportedRoute } from "../section-model";
import { targetOf } from "./results";

/** A route's headers as they were read from the declared resources, with the grade that the rules reckon by. */
export type ReadRoute = Omit<ReportedRoute, "type" | "name">;

/** Routes by the first of their hosts, those for every path first. */
export function reportedHeaders(routes: readonly ReadRoute[]): ReportedRoute[] {
  return routes
    .map(({ urn, hosts, headers, ...rest }) => ({
      ...targetOf(urn),
      ...rest,
      hosts: hosts.toSorted(byText(({ host }) => host)),
      headers: headers.toSorted(
        byText(
          ({ name }) => name.toLowerCase(),
          ({ value = "" }) => value,
        ),
      ),
    }))
    .sort(
      byText(
        ({ hosts }) => hosts[0]?.host ?? "",
        ({ covers }) => (covers === "every path" ? "" : covers),
        ({ urn }) => urn,
      ),
    );
}
