import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type * as messages from "@pulumi/pulumi/proto/resource_pb";
import type * as runtime from "@pulumi/pulumi/runtime";
import type * as mocks from "@pulumi/pulumi/runtime/mocks";

/** The SDK's store of one run: settings, config, features, package references, leak tables. */
export interface RunStore {
  settings: { options: { rootDirectory?: string } };
  /** Promises of the SDK that have not resolved: registrations, outputs, functions. */
  leakCandidates: ReadonlySet<unknown>;
  /** Set by us, so that hooks and transforms do not start the SDK's own callback server. */
  callbacks?: unknown;
}

/** What the SDK exports at run time and leaves out of its types. A test pins all of it. */
interface Internals {
  "runtime/state": {
    withLocalStorage<T>(callback: () => T): T;
    getLocalStore(): RunStore | undefined;
  };
  "runtime/debuggable": { leakedPromises(): [Set<unknown>, string] };
}

/** The copy of `@pulumi/pulumi` that the program itself loads: another copy would not see its resources. */
export interface Sdk {
  runtime: typeof runtime;
  MockMonitor: typeof mocks.MockMonitor;
  messages: typeof messages;
  state: Internals["runtime/state"];
  debuggable: Internals["runtime/debuggable"];
}

/**
 * Loads the SDK as the program will find it, after the project's preload (`runtime/preload.cjs`) where
 * there is one: it makes the SDK cheaper and must come first.
 */
export function loadSdk(program: string, projectDir: string): Sdk {
  const require = createRequire(program);
  const preload = join(projectDir, "runtime", "preload.cjs");
  if (existsSync(preload)) require(preload);
  const load = (path: string): unknown => require(`@pulumi/pulumi/${path}`);
  return {
    runtime: load("runtime") as typeof runtime,
    MockMonitor: (load("runtime/mocks") as typeof mocks).MockMonitor,
    messages: load("proto/resource_pb") as typeof messages,
    state: load("runtime/state") as Sdk["state"],
    debuggable: load("runtime/debuggable") as Sdk["debuggable"],
  };
}
