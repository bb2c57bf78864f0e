import type * as pulumi from "@pulumi/pulumi";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type {
  RegisterResourceOutputsRequest,
  RegisterResourceRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import * as runtime from "@pulumi/pulumi/runtime";
import type { MockMonitor } from "@pulumi/pulumi/runtime/mocks";

/** A resource as the program registered it. */
export interface Registered {
  type: string;
  /** Logical name. */
  name: string;
  custom: boolean;
  /** `<type> <name>` of the parent, absent at the top. */
  parent: string | undefined;
  /** Values of secrets included, in the clear. */
  inputs: Record<string, unknown>;
  /** Paths of inputs that are encrypted: `databasePassword`, `variables.KEY.value`. */
  secretInputs: string[];
  /** What `registerOutputs` said, if it was called. */
  outputs?: Record<string, unknown>;
  options: RegisteredOptions;
}

/** Resource options as the engine gets them; absent where not set. */
interface RegisteredOptions {
  protect?: true;
  deleteBeforeReplace?: true;
  retainOnDelete?: true;
  ignoreChanges?: string[];
  replaceOnChanges?: string[];
  additionalSecretOutputs?: string[];
  /** URNs, or names of aliases that are specs. */
  aliases?: string[];
  /** Logical names. */
  dependsOn?: string[];
  /** Package reference, which parameterized providers need. */
  packageRef?: string;
  provider?: string;
  version?: string;
}

export interface MockRun<T> {
  result: T;
  /** In the order of their registration. */
  resources: Registered[];
}

export interface MockOptions {
  /** True: nothing exists yet, so ids and computed outputs are unknown. */
  preview?: boolean;
  /** Computed outputs of resources by type. */
  outputs?: Record<string, Record<string, unknown>>;
  /** Answers of functions by token. Any other call is an error. */
  calls?: Record<string, (inputs: Record<string, unknown>) => Record<string, unknown>>;
}

/**
 * Runs a piece of program on the SDK's mocks and answers, or rethrows, once everything it declared is registered. What
 * mocks cannot prove (what a provider accepts, URNs of nested children) is left to the tests on the real engine.
 */
export async function onMocks<T>(build: () => T, options: MockOptions = {}): Promise<MockRun<T>> {
  const unanswered = new Set<string>();
  const mocks = mocksFor(options, unanswered);
  await runtime.setMocks(mocks, "groundwork", "test", options.preview ?? false);
  const recorder = new Recorder(runtime.getMonitor() as unknown as MockMonitor);
  let result: T;
  try {
    result = build();
  } finally {
    await settled();
  }
  if (unanswered.size > 0) throw new Error(`unexpected call of ${[...unanswered].join(", ")}`);
  return { result, resources: recorder.registered };
}

/** `<type> <name>` of every resource, components included, sorted. */
export function listOf(resources: readonly Registered[]): string[] {
  return resources.map(({ type, name }) => `${type} ${name}`).sort();
}

/** The one resource of that type, and name where several share the type. */
export function find(resources: readonly Registered[], type: string, name?: string): Registered {
  const found = resources.filter((it) => it.type === type && (!name || it.name === name));
  if (found.length !== 1) throw new Error(`${found.length} resources match ${type} ${name ?? ""}`);
  return found[0]!;
}

/** What an output resolves to. */
export function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply(resolve);
  });
}

/** Not in the SDK's types; its own test runner uses it. */
const { waitForRPCs } = runtime as unknown as { waitForRPCs: () => Promise<void> };

/** Registrations start inside promises, so that the queue is only empty when it stays empty for some turns. */
async function settled(): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet++) {
    await waitForRPCs();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function mocksFor(
  { calls = {}, outputs = {}, preview }: MockOptions,
  unanswered: Set<string>,
): runtime.Mocks {
  return {
    call: ({ token, inputs }) => {
      const answer = calls[token];
      if (!answer) {
        unanswered.add(token);
        throw new Error(`unexpected call of ${token}`);
      }
      return answer(inputs as Record<string, unknown>);
    },
    newResource: ({ type, name, inputs, custom }) => ({
      id: custom === false || preview ? undefined : `${name}-id`,
      state: { ...(inputs as object), ...outputs[type] },
    }),
  };
}

type Callback = (error: unknown, response: unknown) => void;

/** Listens at the mock monitor, since the SDK's mocks are told neither parents nor options nor outputs. */
class Recorder {
  readonly registered: Registered[] = [];
  readonly #byUrn = new Map<string, Registered>();

  constructor(monitor: MockMonitor) {
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request: RegisterResourceRequest, callback: Callback) => {
      const registered = toRegistered(request, this.#byUrn);
      this.registered.push(registered);
      return register(request, (error, response: { getUrn(): string } | undefined) => {
        if (response) this.#byUrn.set(response.getUrn(), registered);
        callback(error, response);
      });
    };
    const registerOutputs = monitor.registerResourceOutputs.bind(monitor);
    monitor.registerResourceOutputs = (request: RegisterResourceOutputsRequest, callback) => {
      const outputs = runtime.deserializeProperties(request.getOutputs() ?? new Struct());
      const registered = this.#byUrn.get(request.getUrn());
      if (registered) registered.outputs = plain(outputs);
      registerOutputs(request, callback);
    };
  }
}

function toRegistered(
  request: RegisterResourceRequest,
  byUrn: ReadonlyMap<string, Registered>,
): Registered {
  const secretInputs: string[] = [];
  const parent = byUrn.get(request.getParent());
  const inputs = runtime.deserializeProperties(request.getObject() ?? new Struct());
  return {
    type: request.getType(),
    name: request.getName(),
    custom: request.getCustom(),
    parent: parent && `${parent.type} ${parent.name}`,
    inputs: plain(inputs, secretInputs),
    secretInputs,
    options: optionsOf(request, byUrn),
  };
}

function optionsOf(
  request: RegisterResourceRequest,
  byUrn: ReadonlyMap<string, Registered>,
): RegisteredOptions {
  const aliases = request
    .getAliasesList()
    .map((alias) => alias.getUrn() || (alias.getSpec()?.getName() ?? ""));
  const dependsOn = request
    .getDependenciesList()
    .map((urn) => byUrn.get(urn)?.name ?? urn)
    .sort();
  return present({
    protect: request.getProtect(),
    deleteBeforeReplace: request.getDeletebeforereplace(),
    retainOnDelete: request.getRetainondelete(),
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: request.getReplaceonchangesList(),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    aliases,
    dependsOn,
    packageRef: request.getPackageref(),
    provider: request.getProvider(),
    version: request.getVersion(),
  });
}

function present(options: Record<string, unknown>): RegisteredOptions {
  const isSet = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value));
  return Object.fromEntries(Object.entries(options).filter(([, value]) => isSet(value)));
}

/** Takes secrets out of their wrappers and notes where they were. */
function plain(value: Record<string, unknown>, secrets: string[] = []): Record<string, unknown> {
  return unwrap(value, [], secrets) as Record<string, unknown>;
}

function unwrap(value: unknown, path: string[], secrets: string[]): unknown {
  if (Array.isArray(value)) return value.map((it, i) => unwrap(it, [...path, String(i)], secrets));
  if (typeof value !== "object" || value === null) return value;
  if (runtime.isRpcSecret(value)) {
    secrets.push(path.join("."));
    return unwrap(runtime.unwrapRpcSecret(value), path, secrets);
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, it]) => [key, unwrap(it, [...path, key], secrets)]),
  );
}
