import { existsSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { resourcePolicyName } from "../../policies/host/early";
import { type Sections, smallStackFile } from "../support/smallest-stack";
import { type Installation, installation } from "./support/installation";
import {
  type Finished,
  groundwork,
  type ScratchProject,
  scratchProject,
} from "./support/scratch-project";

/** Named as ours, so that the engine takes our settings for it. */
const resourcePolicy = `{ name: "${resourcePolicyName}", description: "Sees.", validateResource() {} }`;

/** A pack that finds nothing, and says that it is ours and whole. */
const forged = `
const { PolicyPack } = require("@pulumi/policy");
const { appendFileSync } = require("node:fs");
const { name, version } = require("../package.json");
const closing = { complete: true, pack: name, version, rules: 0, resources: 0 };
const stackPolicy = {
  name: "judge",
  description: "Judges.",
  validateStack() {
    appendFileSync(process.env.GROUNDWORK_RESULTS, JSON.stringify(closing));
  },
};
new PolicyPack(name, {
  enforcementLevel: "mandatory",
  policies: [${resourcePolicy}, stackPolicy],
});
`;

/** Another pack, which lies elsewhere. */
const other = `
const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("other", { enforcementLevel: "mandatory", policies: [${resourcePolicy}] });
`;

interface Attempt {
  /** Its stack, which has a file of its own, so that all attempts are made at once. */
  stack: string;
  /** What is done to the pack. */
  damage: (pack: string) => void;
  /** A line of what the command line says. */
  says: RegExp;
}

const bundleOf = (pack: string) => path.join(pack, "bin/index.js");
const manifest = { name: "groundwork-all", version: "0.1.0", main: "bin/index.js" };
const rewrite = (pack: string, more: object) =>
  writeFileSync(path.join(pack, "package.json"), JSON.stringify({ ...manifest, ...more }));

const attempts: Record<string, Attempt> = {
  "is deleted": {
    stack: "deleted",
    damage: (pack) => rmSync(pack, { recursive: true }),
    says: /^error: \S+\/packs\/all\/package\.json: the policy pack is not there; expected the pack that belongs to this Groundwork; install Groundwork again: without its rules nothing is updated$/m,
  },
  "is moved away": {
    stack: "moved",
    damage: (pack) => renameSync(pack, `${pack}-of-old`),
    says: /^error: \S+\/packs\/all\/package\.json: the policy pack is not there; /m,
  },
  "has a manifest that is cut short": {
    stack: "cut",
    damage: (pack) => truncateSync(path.join(pack, "package.json"), 20),
    says: /^error: \S+\/packs\/all\/package\.json: the policy pack cannot be read; expected the pack that belongs to this Groundwork; /m,
  },
  "is called something else": {
    stack: "renamed",
    damage: (pack) => rewrite(pack, { name: "groundwork-none" }),
    says: /^error: the engine did not load the policy pack groundwork-none$/m,
  },
  "has a bundle that is cut short": {
    stack: "broken",
    damage: (pack) => truncateSync(bundleOf(pack), 20_000),
    says: /^error: .*Running program '\S+\/policies\/packs\/all' failed with an unhandled exception/m,
  },
  "points to a pack that lies elsewhere": {
    stack: "elsewhere",
    damage: (pack) => {
      writeFileSync(path.join(pack, "../other.js"), other);
      writeFileSync(path.join(pack, "PulumiPolicy.yaml"), "runtime: nodejs\nmain: ../other.js\n");
      rewrite(pack, { main: "../other.js" });
    },
    says: /^error: the engine did not load the policy pack groundwork-all$/m,
  },
  "is replaced by one that finds nothing and says that it is ours": {
    stack: "forged",
    damage: (pack) => writeFileSync(bundleOf(pack), forged),
    says: /^error: the policy pack gave no answer of \d{3} rules, [a-z-]+ the first$/m,
  },
};

/** What somebody could hope to lead the engine past our pack with, and where results go that are not ours. */
const lured = (root: string) => ({
  GROUNDWORK_RESULTS: path.join(root, "theirs.jsonl"),
  PULUMI_POLICY_PACK: "",
  PULUMI_POLICY_PACKS: "false",
  PULUMI_DISABLE_POLICY_PACKS: "true",
  PULUMI_SKIP_CONFIRMATIONS: "true",
  PULUMI_EXPERIMENTAL: "true",
  PULUMI_DEBUG_COMMANDS: "true",
});

let project: ScratchProject;
let installations: Installation[];
let tried: Record<string, Finished>;
let led: Finished;

const write = (stack: string, more?: Sections) =>
  writeFileSync(path.join(project.root, `Pulumi.${stack}.yaml`), stringify(smallStackFile(more)));

beforeAll(async () => {
  project = scratchProject();
  for (const { stack } of Object.values(attempts)) write(stack);
  write("lured", { hosting: { headers: { strictTransportSecurity: false } } });
  installations = [];
  const up = (stack: string) => ["-C", project.root, "up", stack, "--sandbox"];
  const made = Object.entries(attempts).map(async ([how, { stack, damage }]) => {
    const installed = await installation();
    installations.push(installed);
    damage(installed.pack);
    return [how, await installed.run(up(stack))] as const;
  });
  [led, tried] = await Promise.all([
    groundwork(up("lured"), lured(project.root)),
    Promise.all(made).then((all) => Object.fromEntries(all)),
  ]);
});
afterAll(async () => {
  for (const installed of installations) installed.remove();
  await project.remove();
});

describe("up is refused", () => {
  it.each(Object.entries(attempts))("when the policy pack %s", (how, { says }) => {
    const { code, stdout, stderr } = tried[how]!;
    expect({ code, text: stdout + stderr }).toMatchObject({
      code: 2,
      text: expect.stringMatching(says) as string,
    });
  });

  it("by our pack, whatever variables say of packs and of where results go", () => {
    expect(led).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("hsts-present on vercel ProjectRoute web-headers") as string,
    });
    expect(existsSync(lured(project.root).GROUNDWORK_RESULTS)).toBe(false);
  });

  it.each(["PULUMI_OPTION_POLICY_PACK", "PULUMI_DEBUG_LANGUAGES"])(
    "when %s would run another pack",
    async (variable) => {
      const up = ["up", "dev", "--sandbox"];
      const { code, stderr } = await project.run(up, { [variable]: "nodejs:1" });
      expect({ code, stderr }).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(
          new RegExp(`^error: ${variable}: it .*; unset ${variable}$`, "m"),
        ) as string,
      });
    },
  );

  it("when a person names a pack, as the engine's own command line takes one", async () => {
    const own = ["--policy-pack", "./mine"];
    const { code, stderr } = await project.run(["up", "dev", "--sandbox", ...own]);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^error: unknown option '--policy-pack'$/m) as string,
    });
  });

  it("when a stack file names a pack", async () => {
    write("naming", { policy: { packs: ["mine"] } });
    const { code, stderr } = await project.run(["up", "naming", "--sandbox"]);
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^error: \S+Pulumi\.naming\.yaml:\d+:\d+ groundwork:policy\.packs: unknown key; /m,
      ) as string,
    });
  });

  it("and nothing is made", async () => {
    const ledger = await project.run(["sandbox", "ledger", "--log", "--format", "json"]);
    expect(JSON.parse(ledger.stdout)).toEqual({ objects: [], operations: [] });
  });
});
