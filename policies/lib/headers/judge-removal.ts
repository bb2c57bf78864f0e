import type { DeclaredResource } from "../../../core/resource";
import { UNKNOWN } from "../../../core/value";
import { type Answer, fail, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";
import { allRoutes, routesOf, sitesOf } from "../sites";
import { headerStatements } from "./response-headers";
import { coverageOf } from "./vercel-routes";

const input = "headers.remove";

/** One answer for each place that sends a header nobody should, and one for each site about its removal. */
export function judgeRemoval(stack: StackView, header: string): Answer[] {
  const wanted = `a transform that deletes ${header} on every path`;
  return [
    ...allRoutes(stack).flatMap((route) => sendings(route, header)),
    ...sitesOf(stack).map((site) => ({ input, wanted, ...removal(site, stack, header) })),
  ];
}

function sendings(route: DeclaredResource, header: string): Answer[] {
  return headerStatements(route, header)
    .filter(({ says }) => says !== "removed" && says !== UNKNOWN)
    .map(({ property }) =>
      fail({ urn: route.urn, property, input, found: `${header} sent`, wanted: `no ${header}` }),
    );
}

function removal(site: DeclaredResource, stack: StackView, header: string): Answer {
  const routes = routesOf(stack, site).map((route) => ({
    urn: route.urn,
    coverage: coverageOf(route),
    says: headerStatements(route, header).map((statement) => statement.says),
  }));
  const covering = routes.filter(({ coverage }) => coverage === "every path");
  const remover = covering.find(({ says }) => says.includes("removed"));
  if (remover) return pass({ urn: remover.urn, property: "route.transforms" });
  const undecided = routes.find(
    ({ coverage, says }) =>
      (coverage === UNKNOWN && says.includes("removed")) ||
      (coverage !== "some paths" && says.includes(UNKNOWN)),
  );
  if (undecided) return unknown({ urn: undecided.urn, property: "route.transforms" });
  const target = covering[0]?.urn ?? site.urn;
  return fail({ urn: target, property: "route.transforms", found: null });
}
