import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ProgramInfo } from "@pulumi/pulumi/proto/language_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

/** A new folder with the files given as path → content. */
export function folderWith(files: Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "groundwork-host-")));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Runners of an SDK that only exists for tests: each entry is the JavaScript of `cmd/<name>`. */
export function sdkWith(runners: Record<string, string>): Record<string, string> {
  const root = "node_modules/@pulumi/pulumi";
  return Object.fromEntries([
    [`${root}/package.json`, '{"name":"@pulumi/pulumi","version":"3.259.0"}'],
    ...Object.entries(runners).map(([name, code]) => [`${root}/cmd/${name}/index.js`, code]),
  ]) as Record<string, string>;
}

export function programInfo(folder: string, options: Record<string, JavaScriptValue> = {}) {
  const info = new ProgramInfo();
  info.setRootDirectory(folder);
  info.setProgramDirectory(folder);
  info.setEntryPoint(".");
  info.setOptions(Struct.fromJavaScript(options));
  return info;
}
