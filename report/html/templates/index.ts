import { answers } from "./answers";
import { controls } from "./controls";
import { costs } from "./costs";
import { findings } from "./findings";
import { graph } from "./graph";
import { header } from "./header";
import { headers } from "./headers";
import { legend } from "./legend";
import { overview } from "./overview";
import { page } from "./page";
import { resources } from "./resources";
import { waivers } from "./waivers";

/** Parts of the page, by the names under which they are rendered. */
export const templates = {
  answers,
  controls,
  costs,
  findings,
  graph,
  header,
  headers,
  legend,
  overview,
  page,
  resources,
  waivers,
} as const;
