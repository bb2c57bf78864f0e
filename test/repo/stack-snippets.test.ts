import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { checkStackFile } from "../../config/stack-file";
import type { DeclaredResource } from "../../core/resource";
import { withProgram } from "./support/stacks";

/* Each piece of a stack file that a component's page shows is one: it checks clean, and the program runs with it. */

const folder = path.resolve(__dirname, "../../docs/components");
const pages = readdirSync(folder).filter((name) => name !== "README.md");

/** The least that a stack says; a snippet's sections take the place of its own. */
const least = {
  "groundwork:stack": { tier: "staging", product: "velocity", owner: "platform-team" },
  "groundwork:hosting": { name: "velocity-platform" },
  "groundwork:database": {
    name: "velocity-platform",
    organizationId: "velocity",
    region: "ca-central-1",
  },
  "groundwork:uptime": { checks: {} },
  "groundwork:budget": {
    monthlyUsd: 100,
    awsUsd: 10,
    owner: "platform-team",
    emails: ["platform@velocity-platform.com"],
  },
};

interface Snippet {
  title: string;
  sections: Record<string, unknown>;
}

/** The error's message when the program does not run. */
type Outcome = readonly DeclaredResource[] | string;

const snippets = pages.flatMap((page): Snippet[] => {
  const text = readFileSync(path.join(folder, page), "utf8");
  const fences = [...text.matchAll(/^```yaml\n([^]*?)\n```$/gm)];
  return fences
    .filter(([, yaml = ""]) => yaml.startsWith("groundwork:"))
    .map(([, yaml = ""], at) => ({
      title: `${page}, snippet ${at + 1}`,
      sections: parse(yaml) as Record<string, unknown>,
    }));
});

const fileOf = ({ sections }: Pick<Snippet, "sections">) =>
  stringify({ config: { ...least, ...sections } });

/** What the program declares with nothing but the least, and with each snippet, by title. */
let declared: Record<string, Outcome>;
beforeAll(async () => {
  declared = await withProgram(async (run) => {
    const runs: [string, Outcome][] = [];
    for (const one of [{ title: "least", sections: {} }, ...snippets]) {
      runs.push([one.title, await run("staging", fileOf(one)).catch(String)]);
    }
    return Object.fromEntries(runs);
  });
}, 300_000);

const inputsOf = (outcome: Outcome = "did not run") =>
  typeof outcome === "string" ? outcome : outcome.map(({ urn, inputs }) => [urn, inputs]);

describe("a component's page", () => {
  it.each(pages)("shows what a stack file says: %s", (page) => {
    expect(snippets.map(({ title }) => title)).toContain(`${page}, snippet 1`);
  });
});

describe("a snippet", () => {
  it.each(snippets)("is a stack file's: $title", (snippet) => {
    expect(checkStackFile(fileOf(snippet), "Pulumi.staging.yaml", "groundwork")).toEqual([]);
  });

  it.each(snippets)("changes what the program declares: $title", ({ title }) => {
    const [without, outcome] = [declared["least"], declared[title]];
    expect(typeof outcome === "string" ? outcome : "runs").toBe("runs");
    expect(inputsOf(outcome)).not.toEqual(inputsOf(without));
  });

  it("with a key that no section has is refused", () => {
    const sections = { "groundwork:uptime": { checks: {}, chekcs: {} } };
    const problems = checkStackFile(fileOf({ sections }), "Pulumi.staging.yaml", "groundwork");
    expect(problems.map(({ fix }) => fix)).toEqual(["did you mean checks?"]);
  });
});
