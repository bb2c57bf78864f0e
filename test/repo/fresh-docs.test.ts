import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { tableFindings } from "../../scripts/fresh-docs/findings";
import { readTable } from "../../scripts/fresh-docs/table";
import { matchesIn, pagesByHand } from "../../scripts/fresh-docs/tree";
import { readWorkflows } from "./workflows/support";

const root = path.join(__dirname, "../..");

// Requirement: COMP-08
describe("pages written by hand", () => {
  const pages = pagesByHand(root);

  it("are each in the table of their reviews, beside files that are there", () => {
    expect(pages.length).toBeGreaterThan(35);
    const ground = { pages, matches: matchesIn(root) };
    expect(tableFindings(readTable(root), ground)).toEqual([]);
  });

  it("are told from pages that are made: none is written whole by a generator", () => {
    const made = pages.filter((page) =>
      /^<!-- From .* npm run generate writes it\. -->$/m.test(
        readFileSync(path.join(root, page), "utf8"),
      ),
    );
    expect(made).toEqual([]);
  });

  it("are asked for their age each month, and never by a test", () => {
    const asking = Object.values(readWorkflows()).filter(({ text }) => text.includes("docs:fresh"));
    expect(asking.map(({ file }) => file)).toEqual(["audit.yml"]);
    const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const others = Object.entries(scripts).filter(([name]) => name !== "docs:fresh");
    expect(others.filter(([, command]) => /docs[:-]fresh/.test(command))).toEqual([]);
  });
});
