import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply } from "./support/apply";
import { type ScratchProject, scratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack as stack, smallStackFile as file } from "./support/small-stack";

interface Ledger {
  objects: { urn: string }[];
  operations: { op: string; urn: string }[];
}

let project: ScratchProject;
beforeAll(() => {
  project = scratchProject();
  addSmallStack(project);
});
afterAll(() => project.remove());

async function run(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await project.run([...args, "--format", "json"]);
  expect({ code, said: code === 0 ? "" : stderr + stdout }).toEqual({ code: 0, said: "" });
  return stdout;
}

async function ledger(): Promise<Ledger> {
  return JSON.parse(await run("sandbox", "ledger", "--log", "--stack", stack)) as Ledger;
}

/** What an update asked of the cloud, by resource: `update web-LOG_LEVEL`. */
async function update(): Promise<string[]> {
  const { operations: before } = await ledger();
  await run("up", stack, "--sandbox");
  const { operations } = await ledger();
  return operations.slice(before.length).map(({ op, urn }) => `${op} ${urn.split("::").at(-1)}`);
}

const served = (variant: string) =>
  ["production", "preview", "development"]
    .map((it) => `${it}: { defaultVariant: ${variant}, disabledVariant: ${variant} }`)
    .join(", ");

const before = `    plan: pro
    customEnvironments: { qa: {} }
    skewProtection: 12 hours
    rollingRelease: { advancementType: manual-approval, stages: [{ targetPercentage: 10 }, { targetPercentage: 100 }] }
    deploymentRetention: { expirationPreview: 1m }
    firewall: { rateLimits: { sign-in: { path: /api/auth, limit: 20, windowSeconds: 60 } } }
    logDrain: { endpoint: https://logs.example.com/api, secret: DRAIN_SECRET }
    webhook: { endpoint: https://hooks.example.com/vercel, events: [deployment.promoted] }
    crons: { enabled: true }
    featureFlags: { beta: { kind: boolean, variants: { old: false }, environments: { ${served("old")} } } }
    variables:
      OLD_NAME: same value
      MOVED: { value: text, targets: [production] }
      HIDDEN: { value: text, sensitive: false }
      SHOWN: { value: text, sensitive: true }
      FOR_TESTERS: { value: text, targets: [preview] }
`;

const registry = `  groundwork:secretRegistry:
    DRAIN_SECRET: { owner: platform-team, source: required, rotationDays: 90 }
    SHOWN: { owner: platform-team, source: required, rotationDays: 90 }
`;

/** What becomes sensitive is registered with that. */
const becomesSecret = `  groundwork:secretRegistry:
    HIDDEN: { owner: platform-team, source: required, rotationDays: 90 }
`;

/** What is edited, and what the cloud must be asked for. */
const changes: [from: string, to: string, asked: string[]][] = [
  ["OLD_NAME:", "NEW_NAME:", ["create web-NEW_NAME", "delete web-OLD_NAME"]],
  ["targets: [production] }", "targets: [production, preview] }", ["update web-MOVED"]],
  ["sensitive: false", "sensitive: true", ["delete web-HIDDEN", "create web-HIDDEN"]],
  [
    "SHOWN: { value: text, sensitive: true }",
    "SHOWN: { value: text, targets: [development] }",
    ["delete web-SHOWN", "create web-SHOWN"],
  ],
  [
    "targets: [preview] }",
    "targets: [preview], customEnvironments: [qa] }",
    ["delete web-FOR_TESTERS", "create web-FOR_TESTERS"],
  ],
  ["{ targetPercentage: 10 }", "{ targetPercentage: 20 }", ["update web-rolling-release"]],
  ["expirationPreview: 1m", "expirationPreview: 2m", ["update web-deployment-retention"]],
  ["limit: 20,", "limit: 10,", ["update web-firewall"]],
  [
    "logs.example.com/api, secret",
    "logs.example.com/api, samplingRate: 0.5, secret",
    ["delete web-log-drain", "create web-log-drain"],
  ],
  ["[deployment.promoted]", "[deployment.error]", ["create web-webhook", "delete web-webhook"]],
  ["crons: { enabled: true }", "crons: { enabled: false }", ["update web-crons"]],
  [
    "kind: boolean, variants: { old: false }",
    "kind: number, variants: { old: 1 }",
    [
      "delete web-flag-beta-config",
      "delete web-flag-beta",
      "create web-flag-beta",
      "create web-flag-beta-config",
    ],
  ],
  ["skewProtection: 12 hours", "skewProtection: 1 day", ["update web"]],
];

describe("a hosting project on the sandbox", () => {
  it("renames, moves and replaces variables without an ENV_CONFLICT, changes its platform settings, and goes without a trace", async () => {
    project.edit(file, / {4}plan: pro\n {4}variables:\n/, before);
    project.edit(file, "  groundwork:secretRegistry:\n", registry);
    await apply(project, stack);

    for (const [from, to] of changes) project.edit(file, from, to);
    project.edit(file, "  groundwork:secretRegistry:\n", becomesSecret);
    const asked = await update();
    expect(asked.toSorted()).toEqual(changes.flatMap(([, , wanted]) => wanted).toSorted());
    for (const [from, , wanted] of changes) {
      const own = asked.filter((it) => wanted.includes(it));
      expect(own, `in order, after another ${from}`).toEqual(wanted);
    }

    await run("destroy", stack, "--sandbox");
    expect((await ledger()).objects).toEqual([]);
  });
});
