/** Writes the JSON Schemas of what is said about money from their zod schemas; with --check says whether they are up to date. */
import { reviewJsonSchema } from "../cli/costs/review/schema";
import { comparisonJsonSchema } from "../cli/costs/compare/schema";
import { estimateJsonSchema } from "../cli/costs/schema";
import { writtenJson } from "./lib/written-json";

writtenJson("schema/estimate.schema.json", estimateJsonSchema(), "cli/costs/schema.ts");
writtenJson("schema/cost.schema.json", reviewJsonSchema(), "cli/costs/review/schema.ts");
writtenJson("schema/comparison.schema.json", comparisonJsonSchema(), "cli/costs/compare/schema.ts");
