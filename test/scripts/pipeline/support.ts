import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/**
 * Stands in for groundwork: keeps what it was asked, fails where the test wants it to, and leaves what the real one leaves.
 * `fail` holds beginnings of commands, each with how often they fail.
 */
const source = `
const fs = require("node:fs");
const path = require("node:path");
const [, root, ...asked] = process.argv.slice(2);
const at = (...parts) => path.join(root, ...parts);
const command = asked.join(" ");
fs.appendFileSync(at("asked.txt"), command + "\\n");
console.log("ran " + command);
const write = (file, text) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
};
const stack = asked[1];
const after = (flag) => asked[asked.indexOf(flag) + 1];
const fail = JSON.parse(fs.readFileSync(at("fail.json"), "utf8"));
const [begin] = Object.keys(fail).filter((start) => command.startsWith(start) && fail[start] > 0);
if (begin) {
  fail[begin] -= 1;
  write(at("fail.json"), JSON.stringify(fail));
}
if (asked.includes("--report")) {
  write(at(after("--report"), stack, "report.json"), JSON.stringify({ run: { digest: "digest-" + stack } }));
}
if (asked.includes("--junit")) {
  const failure = begin ? "<failure/>" : "";
  write(at(after("--junit")), "<testsuites><testcase>" + failure + "</testcase><testcase/></testsuites>");
}
if (asked[0] === "rollback") {
  const record = { at: new Date().toISOString(), operation: "rollback", stack, by: "test", dryRun: false, result: "done", seconds: 1, steps: [] };
  fs.mkdirSync(at(".groundwork/audit"), { recursive: true });
  fs.appendFileSync(at(".groundwork/audit", stack + ".jsonl"), JSON.stringify(record) + "\\n");
}
process.exitCode = begin ? 1 : 0;
`;

export interface FakeGroundwork {
  root: string;
  bin: string;
  /** Commands so far, with their flags. */
  asked(): string[];
  fail(starts: Readonly<Record<string, number>>): void;
  write(name: string, text: string): void;
  remove(): void;
}

export function fakeGroundwork(): FakeGroundwork {
  const root = mkdtempSync(path.join(os.tmpdir(), "pipeline's "));
  const write = (name: string, text: string) => {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const fail = (starts: Readonly<Record<string, number>>) =>
    write("fail.json", JSON.stringify(starts));
  write("groundwork.cjs", source);
  write("asked.txt", "");
  fail({});
  return {
    root,
    bin: path.join(root, "groundwork.cjs"),
    asked: () => readFileSync(path.join(root, "asked.txt"), "utf8").trim().split("\n"),
    fail,
    write,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
