import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { missingOwner, reviewersOf } from "../../../scripts/pipeline/stacks";
import { openShell } from "../../../scripts/pipeline/shell";
import { readPipeline } from "../../../scripts/pipeline/workflow";
import { type FakeGroundwork, fakeGroundwork } from "./support";

let folder: string;
let fake: FakeGroundwork;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "workflow-"));
  fake = fakeGroundwork();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  fake.remove();
});

function workflow(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
}

describe("a workflow, as the pipeline reads it", () => {
  it("has the called workflow's steps in place, with the caller's inputs and no secret", () => {
    workflow(
      "called.yml",
      `on: { workflow_call: { inputs: { stack: { type: string }, watch: { type: boolean, default: false } } } }
env: { EVERYWHERE: yes-here }
jobs:
  only:
    environment: "env-\${{ inputs.stack }}"
    env: { STACK: "\${{ inputs.stack }}", RETRIES: 5 }
    steps:
      - uses: actions/checkout@v5
      - run: npm ci
      - { id: up, run: npx groundwork up, if: "\${{ inputs.watch }}", env: { TOKEN: "\${{ secrets.T }}" } }
`,
    );
    const file = workflow(
      "caller.yml",
      `on: { push: {} }
jobs:
  last: { needs: first, uses: "./.github/workflows/called.yml", with: { stack: b } }
  first: { uses: "$/.github/workflows/called.yml", with: { stack: a, watch: true } }
`,
    );
    const env = { EVERYWHERE: "yes-here", RETRIES: "5" };
    expect(readPipeline(file)).toMatchObject([
      {
        id: "first",
        stack: "a",
        environment: "env-a",
        inputs: { stack: "a", watch: true },
        steps: [
          {
            id: "up",
            run: "npx groundwork up",
            if: "${{ inputs.watch }}",
            env: { ...env, STACK: "a" },
          },
        ],
      },
      { id: "last", stack: "b", environment: "env-b", inputs: { watch: false } },
    ]);
    expect(JSON.stringify(readPipeline(file))).not.toContain("TOKEN");
    const [first, last] = readPipeline(file, { watch: "" });
    expect([first?.inputs["watch"], last?.inputs["watch"]]).toEqual(["", false]);
  });

  it.each([
    [
      "calls another repository",
      "{ a: { uses: other/repo/.github/workflows/x.yml@abc } }",
      /elsewhere/,
    ],
    ["needs a job that is not there", "{ a: { needs: [b], steps: [] } }", /never run/],
    ["goes in a circle", "{ a: { needs: b, steps: [] }, b: { needs: a, steps: [] } }", /never run/],
  ])("that %s is refused", (_, jobs, message) => {
    expect(() => readPipeline(workflow("bad.yml", `jobs: ${jobs}`))).toThrow(message);
  });
});

describe("a stack's file, as the pipeline reads it", () => {
  const shared = "groundwork:repository: { environment: {} }";
  const prod = `config:
  groundwork:repository: { environment: { reviewers: { teams: [platform-team], users: [lead] } } }
`;

  it("names the reviewers of its environment", () => {
    fake.write("Pulumi.prod.yaml", prod);
    fake.write("Pulumi.dev.yaml", "config: {}\n");
    expect(reviewersOf(fake.root, "prod")).toEqual(["platform-team", "lead"]);
    expect(reviewersOf(fake.root, "dev")).toEqual([]);
    expect(reviewersOf(fake.root, "absent")).toEqual([]);
  });

  it("tells which stack must be there first: the owner, where another needs it and it was never made", () => {
    fake.write("Pulumi.prod.yaml", prod);
    expect(missingOwner(fake.root, ["prod"])).toBeUndefined();
    fake.write("Pulumi.staging.yaml", `config:\n  ${shared}\n`);
    expect(missingOwner(fake.root, ["staging", "prod"])).toBe("prod");
    const state = (resources: object[]) =>
      fake.write(
        ".groundwork/state/.pulumi/stacks/shop/prod.json",
        JSON.stringify({ checkpoint: { latest: { resources } } }),
      );
    state([{ urn: "stack" }]);
    expect(missingOwner(fake.root, ["staging", "prod"])).toBe("prod");
    state([{ urn: "stack" }, { urn: "repository" }]);
    expect(missingOwner(fake.root, ["staging", "prod"])).toBeUndefined();
    fake.write(
      "Pulumi.staging.yaml",
      `config:\n  groundwork:shared: { owner: main }\n  ${shared}\n`,
    );
    expect(missingOwner(fake.root, ["staging", "prod"])).toBe("main");
  });
});

describe("the shell of the pipeline", () => {
  it("runs no other package, stops at the first command that fails, and keeps what was printed", async () => {
    const shell = openShell({ root: fake.root, bin: fake.bin, env: process.env });
    const log = path.join(folder, "log");
    try {
      expect(await shell.run("npx cowsay hello", {}, log)).toBe(2);
      expect(await shell.run("false\nnpx groundwork up dev", {}, log)).toBe(1);
      expect(fake.asked()).toEqual([""]);
      expect(await shell.run('npx groundwork up "$STACK"', { STACK: "a b" }, log)).toBe(0);
      expect(fake.asked()).toEqual(["up a b --sandbox"]);
    } finally {
      shell.close();
    }
  });
});
