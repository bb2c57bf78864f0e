import { z } from "zod";
import { statefulTypes } from "../../../catalogue/stateful";
import { isReproducible } from "../../lib/data/buckets";
import { iso } from "../../lib/references";
import { defineRule, fail, notApplicable, pass } from "../../rule";

const types = Object.keys(statefulTypes) as [string, ...string[]];

export const statefulResourcesProtected = defineRule({
  id: "stateful-resources-protected",
  title: "Pulumi refuses to delete what holds data",
  why: "A renamed component or a careless destroy deletes the only copy of what people put there.",
  fix: "Set protect on the resource, or leave it out of the stack file: prod's default protects.",
  severity: "high",
  topics: ["data", "recovery"],
  references: [
    iso("A.8.13"),
    {
      standard: "Pulumi",
      clause: "Resource option protect",
      url: "https://www.pulumi.com/docs/iac/concepts/options/protect/",
    },
  ],
  appliesTo: types,
  options: z.strictObject({
    types: z.array(z.enum(types)).describe("Types whose resources are protected."),
  }),
  check: (resource, { options }) => {
    const { type, protect } = resource;
    if (!options.types.includes(type)) return notApplicable("the tier lets it be deleted");
    if (isReproducible(resource)) {
      return notApplicable("its tag says that a machine writes again what is in it");
    }
    const evidence = { property: "protect", input: "protect", found: protect, wanted: true };
    const loss = `found it without protection; deleting it loses ${statefulTypes[type]?.holds}`;
    return protect ? pass(evidence) : fail({ ...evidence, message: loss });
  },
});
