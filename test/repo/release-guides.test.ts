import { existsSync, readFileSync } from "node:fs";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { addOperations } from "../../cli/operation-commands";
import { checkGroups } from "../../operations/smoke/check";
import type { Served } from "../../operations/smoke/served";
import { readSuite } from "../../operations/smoke/suite";

/* Requirement: DR-10, REL-07 */

interface Uptime {
  canary: { smoke: { requests: object } };
}

const guides = [
  "docs/guides/smoke.md",
  "docs/guides/rollback.md",
  "docs/guides/migrations.md",
] as const;
const textOf = (file: string) => readFileSync(file, "utf8");
const program = new Command();
addOperations(program);

/** Every command line of a guide. */
const linesOf = (file: string) =>
  [...textOf(file).matchAll(/^npx groundwork (.+?)(?: +#.*)?$/gm)].map(([, line = ""]) => line);

describe.each(guides)("%s", (guide) => {
  it.each(linesOf(guide))("shows what the command line takes: %s", (line) => {
    const [name, ...words] = line.split(/\s+/);
    const command = program.commands.find((it) => it.name() === name);
    if (!command) throw new Error(`no command ${name}`);
    const { unknown, operands } = command.parseOptions(words);
    expect(unknown).toEqual([]);
    expect(operands).toHaveLength(command.registeredArguments.length);
  });

  it("leads to files that are there", () => {
    for (const [, file = ""] of textOf(guide).matchAll(/\]\(([\w./-]+)\)/g)) {
      expect(existsSync(`docs/guides/${file}`), file).toBe(true);
    }
  });
});

describe("the guide to smoke tests", () => {
  it("names every group of checks", () => {
    const named = [...textOf(guides[0]).matchAll(/^\| `(\w+)`/gm)].map(([, group]) => group);
    expect(named).toEqual([...checkGroups]);
  });

  it("shows a suite that is read", () => {
    const [, yaml = ""] = /```yaml\n# suite\.yaml\n([\s\S]*?)```/.exec(textOf(guides[0])) ?? [];
    const served: Served = {
      ...{ headers: [], redirects: [], watched: [], services: [], suite: [], certificateDays: 21 },
      domains: [{ host: "staging.velocity-platform.com", status: 307 }],
    };
    expect(readSuite(yaml, "suite.yaml", served).map(({ name }) => name)).toEqual([
      "docs page",
      "new project",
    ]);
  });
});

describe("smoke/staging.yaml", () => {
  const hosts = {
    "app.velocity-platform.com": "staging.velocity-platform.com",
    "velocity-orchestrator.fly.dev": "velocity-orchestrator-staging.fly.dev",
  };

  it("asks of staging what the canaries ask of prod", () => {
    const { config } = parse(textOf("Pulumi.prod.yaml")) as { config: Record<string, Uptime> };
    const requests = JSON.stringify(config["groundwork:uptime"]?.canary.smoke.requests);
    const wanted = Object.entries(hosts).reduce((all, [prod, staging]) => {
      return all.replaceAll(prod, staging);
    }, requests);
    expect(parse(textOf("smoke/staging.yaml"))).toEqual(JSON.parse(wanted));
  });
});

describe("ways back of migrations", () => {
  it("lie beside them, each under the name of one", () => {
    const file = "20261101000100_error_notifier.sql";
    expect(existsSync(`supabase/reverse/${file}`)).toBe(true);
    expect(existsSync(`supabase/migrations/${file}`)).toBe(true);
  });
});
