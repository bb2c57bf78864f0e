import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { projectPlaces, type ProjectPlaces } from "../../../sandbox/engine/places";

/** A machine of its own for a test: home, PATH and a clone of the project, all in one new folder. */
export interface TestMachine {
  root: string;
  env: { HOME: string; PATH: string };
  project: ProjectPlaces;
  /** Writes a file below the root; answers its path. */
  file(path: string, content: string): string;
  /** Writes a shell script below the root. */
  script(path: string, content: string): string;
  /** `$HOME/.pulumi/versions/3.259.0/bin/<name>`. */
  installed(name: string): string;
  has(path: string): boolean;
}

/** Tools of the system that scripts of tests use; no pulumi, go or npm among them. */
const SYSTEM_TOOLS = ["/bin", "/usr/bin"];

export function testMachine(pathFolders: readonly string[] = ["tools"]): TestMachine {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "groundwork-engine-")));
  const write = (path: string, content: string, mode: number) => {
    const full = join(root, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
    chmodSync(full, mode);
    return full;
  };
  const file = (path: string, content: string) => write(path, content, 0o644);
  mkdirSync(join(root, "project/sandbox/engine"), { recursive: true });
  file("project/dist/language-host.cjs", ourHost("compiled"));
  return {
    root,
    env: {
      HOME: join(root, "home"),
      PATH: pathFolders.map((folder) => join(root, folder)).join(delimiter),
    },
    project: projectPlaces(join(root, "project")),
    file,
    script: (path, content) =>
      write(path, `#!/bin/sh\nPATH=${SYSTEM_TOOLS.join(":")}\n${content}\n`, 0o755),
    installed: (name) => join("home/.pulumi/versions/3.259.0/bin", name),
    has: (path) => existsSync(join(root, path)),
  };
}

/** A language host as the build of this project makes it, with something to tell versions apart. */
export function ourHost(content: string): string {
  return `#!/usr/bin/env node\n// Groundwork's language host for Node\n// ${content}\n`;
}

/** Script of an engine that tells the given version. */
export function engineScript(version: string): string {
  return `echo v${version}`;
}

/** Script of an official language host: anything that is not ours. */
export const officialHost = "echo official";
