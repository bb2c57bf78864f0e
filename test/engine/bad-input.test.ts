import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pulumiOn } from "./support/pulumi";
import { groundwork, type ScratchProject, scratchProject } from "./support/scratch-project";

let project: ScratchProject;
beforeEach(() => void (project = scratchProject()));
afterEach(() => project.remove());

interface Case {
  input: string;
  /** Makes the input bad; answers the environment of the command. */
  prepare: () => NodeJS.ProcessEnv | Promise<NodeJS.ProcessEnv>;
  args: readonly string[];
  code: 1 | 2;
  firstLine: RegExp;
}

function edited(from: string | RegExp, to: string): () => NodeJS.ProcessEnv {
  return () => {
    project.edit("Pulumi.dev.yaml", from, to);
    return {};
  };
}

const ownBackend = () => ({
  PULUMI_BACKEND_URL: `file://${project.root}/.groundwork/own`,
  PULUMI_CONFIG_PASSPHRASE: "first",
});

async function stackOfOwn(): Promise<NodeJS.ProcessEnv> {
  const env = ownBackend();
  mkdirSync(path.join(project.root, ".groundwork/own"), { recursive: true });
  await pulumiOn(project.root, ["stack", "init", "dev"], env);
  for (const name of ["ANALYTICS_API_KEY", "RESEND_API_KEY", "SUPABASE_ANON_KEY"]) {
    const key = `groundwork:secrets.${name}`;
    await pulumiOn(
      project.root,
      ["config", "set", "--secret", "--path", key, "x", "-s", "dev"],
      env,
    );
  }
  return { ...env, PULUMI_CONFIG_PASSPHRASE: "second" };
}

const cases: Case[] = [
  {
    input: "an unknown key",
    prepare: edited("tier: dev", "tier: dev\n    teir: dev"),
    args: ["check", "dev"],
    code: 1,
    firstLine:
      /^error: .*Pulumi\.dev\.yaml:\d+:5 groundwork:stack\.teir: unknown key; .* did you mean tier\?$/,
  },
  {
    input: "a value of the wrong type",
    prepare: edited(/functionDefaultTimeout: 30/, "functionDefaultTimeout: soon"),
    args: ["up", "dev", "--sandbox"],
    code: 1,
    firstLine:
      /^error: .*Pulumi\.dev\.yaml:\d+:\d+ groundwork:hosting\.resourceConfig\.functionDefaultTimeout: got "soon"/,
  },
  {
    input: "text that is no YAML",
    prepare: edited("config:", "config: ]"),
    args: ["preview", "dev", "--sandbox"],
    code: 1,
    firstLine: /^error: .*Pulumi\.dev\.yaml:\d+:\d+/,
  },
  {
    input: "a secret that nobody set, on a real backend",
    prepare: ownBackend,
    args: ["preview", "dev"],
    code: 1,
    firstLine:
      /^error: .*groundwork:secrets\.ANALYTICS_API_KEY: a setting refers to this secret, and it is not set; run pulumi config set --secret --path 'groundwork:secrets\.ANALYTICS_API_KEY' --stack dev$/,
  },
  {
    input: "a wrong passphrase",
    prepare: stackOfOwn,
    args: ["preview", "dev"],
    code: 2,
    firstLine: /^error: .*the passphrase does not open this stack's secrets/,
  },
  {
    input: "a stack that the backend does not have",
    prepare: async () => {
      const env = await stackOfOwn();
      return {
        ...env,
        PULUMI_BACKEND_URL: `file://${mkdtempSync(path.join(os.tmpdir(), "empty-"))}`,
      };
    },
    args: ["preview", "dev"],
    code: 2,
    firstLine: /^error: stack dev: the backend has no such stack; make it with `pulumi stack init/,
  },
  {
    input: "no backend at all",
    prepare: () => ({ HOME: project.root }),
    args: ["up", "dev"],
    code: 2,
    firstLine: /^error: no backend is set, so there is no state to work on; .*--sandbox/,
  },
  {
    input: "a state folder that cannot be written",
    prepare: () => {
      writeFileSync(path.join(project.root, ".groundwork"), "a file, where the folder should be");
      return {};
    },
    args: ["up", "dev", "--sandbox"],
    code: 2,
    firstLine:
      /^error: .*\.groundwork.*: cannot write here \((ENOTDIR|EEXIST)\); make the folder writable/,
  },
  {
    input: "a stack without a file",
    prepare: () => ({}),
    args: ["check", "qa"],
    code: 2,
    firstLine:
      /^error: .*Pulumi\.qa\.yaml: no stack named "qa"; expected one of dev, prod, staging/,
  },
  {
    input: "a Node that is too old",
    prepare: () => {
      const fake = path.join(project.root, "old-node.cjs");
      writeFileSync(fake, `Object.defineProperty(process.versions, "node", { value: "18.20.4" });`);
      return { NODE_OPTIONS: `--require ${fake}` };
    },
    args: ["check", "dev"],
    code: 2,
    firstLine: /^Node: got 18\.20\.4; expected 20\.19 or newer/,
  },
];

describe("bad input", () => {
  it.each(cases)("$input ends with exit code $code and says so first", async (bad) => {
    const env = await bad.prepare();
    const before = project.tracked();
    const { code, stdout, stderr } = await project.run(bad.args, env);
    const text = [stderr, stdout].find((stream) => /^(error|Node): ?/m.test(stream)) ?? "";
    const first = text.split("\n").find((line) => /^(error|Node): ?/.test(line));
    expect({ first, code }).toEqual({
      first: expect.stringMatching(bad.firstLine) as string,
      code: bad.code,
    });
    expect(stderr + stdout).not.toMatch(/^\s+at .*:\d+:\d+/m);
    expect(project.tracked()).toEqual(before);
  });

  it("a port that is taken ends with exit code 2 and names it", async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
    });
    try {
      const { code, stderr } = await project.run(["sandbox", "start", "--port", String(port)]);
      expect(code).toBe(2);
      expect(stderr).toContain(String(port));
    } finally {
      server.close();
    }
  });

  it("a folder without a project ends with exit code 2 and says where it looked", async () => {
    const empty = mkdtempSync(path.join(os.tmpdir(), "no-project-"));
    try {
      const { code, stderr } = await groundwork(["-C", empty, "check"]);
      expect(code).toBe(2);
      expect(stderr).toMatch(
        /^error: .*Pulumi\.yaml: no Pulumi\.yaml here, in infra\/ or in any folder above/,
      );
    } finally {
      rmSync(empty, { recursive: true });
    }
  });
});
