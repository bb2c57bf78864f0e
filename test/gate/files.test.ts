import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { approve } from "../../gate/approval";
import { sha256 } from "../../gate/digest";
import { planDigest, readApproval, readProject } from "../../gate/read";
import { revokeApproval, writeApproval } from "../../gate/write";

let root: string;
beforeEach(() => void (root = realpathSync(mkdtempSync(path.join(os.tmpdir(), "gate-")))));
afterEach(() => rmSync(root, { recursive: true }));

function put(name: string, text = name): string {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const read = (leaveOut?: string[]) =>
  readProject({ root, stack: "prod", ...(leaveOut && { leaveOut }) });

describe("readProject", () => {
  it("counts program, lock file, plugins, SDKs, hidden files and the stack's own file", () => {
    const names = [
      ".env",
      "Pulumi.prod.yaml",
      "Pulumi.yaml",
      "index.ts",
      "package-lock.json",
      "sdks/a/index.js",
    ];
    for (const name of names) put(name);
    expect(read()).toEqual(Object.fromEntries(names.map((name) => [name, sha256(name)])));
  });

  it("leaves out other stacks' files, packages, git, what runs wrote, and what it is told to", () => {
    for (const name of [
      "Pulumi.dev.yaml",
      "node_modules/a.js",
      ".git/HEAD",
      ".groundwork/a",
      "a/node_modules/b.js",
      "dist/a.js",
    ])
      put(name);
    expect(read([path.join(root, "dist")])).toEqual({});
    expect(Object.keys(read())).toEqual(["dist/a.js"]);
  });

  it("follows links, and a link upwards to its end", () => {
    put("core/a.ts");
    symlinkSync(path.join(root, "core"), path.join(root, "linked"));
    symlinkSync(root, path.join(root, "core/up"));
    symlinkSync(path.join(root, "nowhere"), path.join(root, "broken"));
    expect(Object.keys(read())).toEqual(["core/a.ts", "linked/a.ts"]);
  });

  it("sees one byte of the ciphertext", () => {
    put("Pulumi.prod.yaml", "secure: v1:abc");
    const before = read();
    put("Pulumi.prod.yaml", "secure: v1:abd");
    expect(read()).not.toEqual(before);
  });
});

describe("what an approval leaves behind", () => {
  const inputs = { files: {}, pack: {}, versions: {}, settings: "", target: "sandbox", state: "" };
  const at = new Date("2026-06-15T12:00:00Z");
  const approval = approve({ stack: "prod", at, inputs, results: [], plan: "p" });

  it("is read as it was written, readable by its owner alone", () => {
    const [plan, config] = [put("plan.json", "{}"), put("config.yaml", "a: 1")];
    writeApproval(root, { approval, plan, config });
    const stored = readApproval(root, "prod");
    expect(stored?.approval).toEqual(approval);
    expect(stored?.plan).toBe(planDigest({ plan, config }));
    expect(statSync(stored?.files.approval ?? "").mode & 0o777).toBe(0o600);
    expect(readdirSync(path.join(root, ".groundwork/approvals")).sort()).toEqual([
      "prod.config.yaml",
      "prod.json",
      "prod.plan.json",
    ]);
  });

  it("is nothing for another stack, and nothing once it is taken back", () => {
    writeApproval(root, { approval, plan: put("plan.json"), config: put("config.yaml") });
    expect(readApproval(root, "dev")).toBeUndefined();
    revokeApproval(root, "prod");
    expect(readApproval(root, "prod")).toBeUndefined();
    expect(readdirSync(path.join(root, ".groundwork/approvals"))).toEqual([]);
    revokeApproval(root, "prod");
  });

  it("holds no config of an earlier one", () => {
    const plan = put("plan.json");
    writeApproval(root, { approval, plan, config: put("config.yaml") });
    writeApproval(root, { approval, plan });
    expect(existsSync(readApproval(root, "prod")?.files.config ?? "")).toBe(false);
    expect(readApproval(root, "prod")?.plan).toBe(
      planDigest({ plan, config: path.join(root, "none") }),
    );
  });

  it("has no digest of a plan that is gone, and another one for another plan or config", () => {
    writeApproval(root, { approval, plan: put("plan.json"), config: put("config.yaml") });
    const stored = readApproval(root, "prod");
    const before = stored?.plan;
    writeFileSync(stored?.files.config ?? "", "b: 2");
    expect(readApproval(root, "prod")?.plan).not.toBe(before);
    rmSync(stored?.files.plan ?? "");
    expect(readApproval(root, "prod")).not.toHaveProperty("plan");
  });

  it.each(["", "{", "null", "[]", '{"format":2}', '{"format":1}'])(
    "is unreadable as %j",
    (text) => {
      put(".groundwork/approvals/prod.json", text);
      expect(readApproval(root, "prod")?.approval).toBe("unreadable");
    },
  );
});
