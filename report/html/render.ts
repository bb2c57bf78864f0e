import { Eta } from "eta";
import { counted, grouped, usd } from "./numbers";
import { templates } from "./templates";
import { escapeHtml, linkMarkup, textMarkup } from "./text";
import { letterOf, wordOf } from "./words";

/** What every template can call: `text` and `link` give markup, and stand in a raw tag; the rest give text. */
const helpers = { text: textMarkup, link: linkMarkup, letterOf, wordOf, grouped, counted, usd };

export type TemplateName = keyof typeof templates;

/** Writes a part of the page. Everything in `<%= %>` is escaped. */
export function render(name: TemplateName, data: object): string {
  return eta().render(`@${name}`, { ...data, h: helpers });
}

let made: Eta | undefined;

/** Templates are compiled once a process, each when it is first used. */
function eta(): Eta {
  if (made) return made;
  const fresh = new Eta({
    autoEscape: true,
    escapeFunction: escapeHtml,
    rmWhitespace: true,
    autoTrim: false,
    cache: true,
    functionHeader: `const { ${Object.keys(helpers).join(", ")} } = it.h;`,
  });
  for (const [name, template] of Object.entries(templates))
    fresh.loadTemplate(`@${name}`, template);
  made = fresh;
  return fresh;
}
