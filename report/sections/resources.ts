import type { Estimate } from "../../cost/model";
import { payers } from "../../cost/payer";
import { sumAmounts } from "../../cost/scenarios";
import { groupBy } from "../../core/group";
import { withoutSecrets } from "../../core/open-inputs";
import type { DeclaredResource } from "../../core/resource";
import { packageOf } from "../../core/urn";
import { countsOf, worstOf } from "../counts";
import type { ReportedResource, ReportedResult } from "../model";
import { byText } from "../../core/order";
import { renderedAt, renderedWords } from "./rendered";

/** Where each vendor's resources say their region. */
const regionInputs = ["region", "primaryRegion"] as const;

/** What is declared, without a single input but the region: inputs can be secret. */
export function reportedResources(
  resources: readonly DeclaredResource[],
  results: readonly ReportedResult[],
  costs: Estimate | undefined,
): ReportedResource[] {
  const about = groupBy(results, ({ target }) => target.urn);
  const lines = groupBy(costs?.lines ?? [], ({ resource }) => resource);
  const payerOf = payers(resources);
  return resources
    .map((one) => {
      const { urn, type, name, custom, protect, parent } = one;
      const region = regionOf(one);
      const rendered = renderedAt(withoutSecrets(one));
      const priced = lines.get(urn);
      const monthlyUsd = priced && sumAmounts(priced.map((line) => line.monthlyUsd)).expected;
      return {
        urn,
        type,
        name,
        vendor: packageOf(type),
        component: payerOf(one).component,
        ...(parent !== undefined && { parent }),
        custom,
        protect,
        ...(rendered.length > 0 && { note: renderedWords, rendered }),
        ...(region !== undefined && { region }),
        ...(monthlyUsd && { monthlyUsd: monthlyUsd.toFixed() }),
        state: worstOf(countsOf(about.get(urn) ?? [])),
      };
    })
    .sort(byText(({ urn }) => urn));
}

function regionOf({ inputs, secrets = [] }: DeclaredResource): string | undefined {
  for (const name of regionInputs) {
    const value = inputs[name];
    if (typeof value === "string" && !secrets.includes(name)) return value;
  }
  return undefined;
}
