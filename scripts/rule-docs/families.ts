import { changeCatalogue } from "../../gate/catalogue";
import { families } from "../../policies/catalogue";
import type { DocumentedRule } from "./pages";

/** Every rule that has a page, by family, families sorted: those of the pack, and those that a preview is held to. */
export const documentedFamilies: Readonly<Record<string, readonly DocumentedRule[]>> =
  Object.fromEntries(
    Object.entries<readonly DocumentedRule[]>({ ...families, change: changeCatalogue }).sort(
      ([one], [other]) => (one < other ? -1 : 1),
    ),
  );
