import { readFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { addReports } from "../../cli/report-commands";
import { reportFormatNames, reportFormats } from "../../cli/reports/formats";
import { states } from "../../report/html/words";
import { manifestName, signatureName } from "../../report/manifest";

/* The guide lists every file and state there is, and shows commands that can be typed. */

const root = path.resolve(__dirname, "../..");
const guide = readFileSync(path.join(root, "docs/guides/reports.md"), "utf8");

const firstCells = (heading: string) => {
  const [, table = ""] = guide.split(new RegExp(`^\\| ${heading} +\\|.*\\n`, "m"));
  const rows = table.split("\n\n")[0]?.split("\n").slice(1) ?? [];
  return rows.map((row) => row.split("|")[1]?.replaceAll("`", "").trim());
};

const commands = [...guide.matchAll(/npx groundwork ([^\n`]+)/g)].map(([, text = ""]) => text);

describe("the guide to reports", () => {
  it("lists every file of a report", () => {
    const files = reportFormatNames.map((name): string => reportFormats[name].file);
    expect(firstCells("file").sort()).toEqual([...files, manifestName].sort());
    expect(guide).toContain(signatureName);
  });

  it("explains every state by the word that the page has for it", () => {
    expect(firstCells("state").sort()).toEqual(states.map(({ word }) => word).sort());
  });

  it("shows commands and options that exist", () => {
    const program = new Command();
    addReports(program);
    expect(commands.length).toBeGreaterThan(4);
    for (const text of commands) {
      const [name, ...words] = text.split(" ");
      const known = program.commands.find((one) => one.name() === name);
      const flags = words.filter((word) => word.startsWith("--"));
      const options = known?.options.map(({ long }) => long) ?? [];
      expect(flags.filter((flag) => !options.includes(flag))).toEqual([]);
      expect([name, known?.name()]).toEqual([name, name]);
    }
  });

  it("shows a pipeline that uploads what a report holds", () => {
    const [, text = ""] = /^```yaml\n([^]*?)^```$/m.exec(guide) ?? [];
    const { steps } = parse(text) as { steps: { with?: { sarif_file: string } }[] };
    const uploaded = steps.flatMap(({ with: given }) => given?.sarif_file ?? []);
    expect(uploaded).toEqual([`.groundwork/reports/prod/${reportFormats.sarif.file}`]);
  });
});
