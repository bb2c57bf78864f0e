import { access } from "./access";
import { answers } from "./answers";
import { changes } from "./changes";
import { controls } from "./controls";
import { costs } from "./costs";
import { coverage } from "./coverage";
import { findings } from "./findings";
import { graph } from "./graph";
import { header } from "./header";
import { headers } from "./headers";
import { legend } from "./legend";
import { overview } from "./overview";
import { page } from "./page";
import { residency } from "./residency";
import { resources } from "./resources";
import { trend } from "./trend";
import { waivers } from "./waivers";

/** Parts of the page, by the names under which they are rendered. */
export const templates = {
  access,
  answers,
  changes,
  controls,
  costs,
  coverage,
  findings,
  graph,
  header,
  headers,
  legend,
  overview,
  page,
  residency,
  resources,
  trend,
  waivers,
} as const;
