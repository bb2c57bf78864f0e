import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseSettings } from "../../config/parse";
import { edited, sectionsOf } from "../config/support";

const folder = "docs/guides/vendors";
const pages = ["sentry.md", "checkly.md", "pagerduty.md"] as const;
const textOf = (page: string) => readFileSync(path.join(folder, page), "utf8");
const prod = sectionsOf("Pulumi.prod.yaml");

/** What stands in the way of what a page shows in the example product. */
const around: Record<(typeof pages)[number], Record<string, unknown>> = {
  "sentry.md": { "secretRegistry.SENTRY_DSN": undefined, "secrets.SENTRY_DSN": undefined },
  "checkly.md": { "dns.failover": undefined, uptime: {} },
  "pagerduty.md": {},
};

/** The stack file of a page, key by key, as edits of another. */
function shownIn(page: string): Record<string, unknown> {
  const [, yaml = ""] = /```yaml\n([\s\S]*?)```/.exec(textOf(page)) ?? [];
  const sections = parse(yaml) as Record<string, object>;
  const edits = Object.entries(sections).flatMap(([key, section]): [string, unknown][] => {
    const name = key.replace("groundwork:", "");
    if (name === "errorTracking") return [[name, section]];
    return Object.entries(section).map(([part, value]) => [`${name}.${part}`, value]);
  });
  return Object.fromEntries(edits);
}

describe.each(pages)("the page %s", (page) => {
  it("shows a stack file that the example product can have", () => {
    const parsed = parseSettings(edited(edited(prod, around[page]), shownIn(page)));
    expect("problems" in parsed ? parsed.problems : []).toEqual([]);
  });

  it("says what it covers, what it does not, the credentials and the cost", () => {
    const headings = [...textOf(page).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([
      "What it covers",
      "What it does not",
      "Credentials",
      "What it costs",
    ]);
  });

  it("leads to pages that are there", () => {
    const links = [...textOf(page).matchAll(/\]\(([^)#]+)\)/g)].map(([, link = ""]) => link);
    expect(links.filter((link) => !existsSync(path.join(folder, link)))).toEqual([]);
  });
});
