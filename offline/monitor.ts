import type {
  ReadResourceRequest,
  RegisterResourceOutputsRequest,
  RegisterResourceRequest,
  ResourceInvokeRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import type { DeclaredResource } from "../core/resource";
import { parseUrn } from "../core/urn";
import { toPath, type Frame, type Places } from "./places";
import type { Sdk } from "./sdk";
import { readWire } from "./values";

export interface MonitorOptions {
  project: string;
  stack: string;
  places: Places;
  /** Texts that stand for values nobody can know offline: see `readWire`. */
  unknownTexts: readonly string[];
  /** What functions of providers answer, by token, as far as it is known here. */
  answers: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

/** Stands in for the engine's resource monitor while a program runs. */
export interface OfflineMonitor {
  /** In registration order, the stack itself first. What the program only reads is not declared by it. */
  declared(): DeclaredResource[];
}

type Answer<T = object> = (error: Error | null, response?: T) => void;

const rootStackType = "pulumi:pulumi:Stack";
const builtinLookup = "pulumi:pulumi:getResource";

/**
 * Builds the monitor on the program's own copy of the SDK. It sees whole registrations and answers as an engine that
 * previews an empty state: inputs echo, everything that a provider computes is unknown, so that `apply` on it does
 * not run. What a provider function answers is unknown as well, unless the stack's own config says it.
 */
export function createMonitor(sdk: Sdk, options: MonitorOptions): OfflineMonitor {
  const { messages } = sdk;

  class Monitor extends sdk.MockMonitor implements OfflineMonitor {
    private readonly byUrn = new Map<string, DeclaredResource>();

    constructor() {
      super({
        call: ({ token }) => options.answers.get(token) ?? {},
        newResource: () => ({ id: undefined, state: {} }),
      });
    }

    declared(): DeclaredResource[] {
      return [...this.byUrn.values()];
    }

    override async registerResource(req: RegisterResourceRequest, answer: Answer): Promise<void> {
      await answering(answer, () => {
        if (req.getRemote()) throw new Error(remoteRefusal(req.getType()));
        const urn = this.claim(req, req.getImportid());
        this.byUrn.set(urn, declare(urn, req, options));
        const response = new messages.RegisterResourceResponse();
        response.setUrn(urn);
        response.setId(req.getImportid());
        response.setObject(req.getObject());
        return response;
      });
    }

    override registerResourceOutputs(req: RegisterResourceOutputsRequest, answer: Answer): void {
      void answering(answer, () => {
        const resource = this.byUrn.get(req.getUrn());
        if (!resource) throw new Error(`unknown resource ${req.getUrn()}`);
        const outputs = req.getOutputs()?.toJavaScript() ?? {};
        resource.outputs = readWire(outputs, options.unknownTexts).values;
        return {};
      });
    }

    override async readResource(req: ReadResourceRequest, answer: Answer): Promise<void> {
      await answering(answer, () => {
        const response = new messages.ReadResourceResponse();
        response.setUrn(this.claim(req, req.getId()));
        return response;
      });
    }

    override async invoke(req: ResourceInvokeRequest, answer: Answer): Promise<void> {
      if (req.getTok() === builtinLookup || isKnown(req, options)) return super.invoke(req, answer);
      await answering(answer, () => {
        const response = new messages.ResourceInvokeResponse();
        response.setUnknown(true);
        return response;
      });
    }

    /** Gives a resource its URN, once. */
    private claim(req: ReadResourceRequest | RegisterResourceRequest, id: string): string {
      const urn = engineUrn(options, req);
      if (this.resources.has(urn)) {
        throw new Error(`Duplicate resource URN '${urn}'; try giving it a unique name`);
      }
      this.resources.set(urn, { urn, id: id || null, state: {} });
      return urn;
    }
  }
  return new Monitor();
}

/** Whether a call asks nothing in particular, of the program's own provider, that config says the answer to. */
function isKnown(req: ResourceInvokeRequest, { answers }: MonitorOptions): boolean {
  const asked = Object.keys(req.getArgs()?.toJavaScript() ?? {});
  return answers.has(req.getTok()) && asked.length === 0 && req.getProvider() === "";
}

async function answering(answer: Answer, work: () => object): Promise<void> {
  let response: object;
  try {
    response = work();
  } catch (error) {
    return answer(error as Error);
  }
  // As over the wire: never in the caller's own turn.
  await Promise.resolve();
  answer(null, response);
}

/** The engine's URN: all parent types joined with `$`, the root stack's dropped. */
function engineUrn(
  { stack, project }: MonitorOptions,
  req: ReadResourceRequest | RegisterResourceRequest,
): string {
  const types = [...parentTypes(req.getParent()), req.getType()].join("$");
  return `urn:pulumi:${stack}::${project}::${types}::${req.getName()}`;
}

function parentTypes(parent: string): string[] {
  if (!parent) return [];
  const { parentTypes, type } = parseUrn(parent);
  return type === rootStackType ? [] : [...parentTypes, type];
}

function declare(
  urn: string,
  req: RegisterResourceRequest,
  { places, unknownTexts }: MonitorOptions,
): DeclaredResource {
  const { values, secrets } = readWire(req.getObject()?.toJavaScript() ?? {}, unknownTexts);
  const place = req.getType() === rootStackType ? undefined : places.of(framesOf(req));
  return {
    urn,
    type: req.getType(),
    name: req.getName(),
    custom: req.getCustom(),
    ...(req.getParent() && { parent: req.getParent() }),
    protect: req.getProtect() ?? false,
    inputs: values,
    propertyDependencies: dependenciesOf(req),
    secrets,
    ...(place && { place }),
  };
}

/** The SDK sends the whole stack; anonymous functions come without a position. */
function framesOf(req: RegisterResourceRequest): (Frame | undefined)[] {
  const frames = req.getStacktrace()?.getFramesList() ?? [];
  return frames.map((frame) => {
    const at = frame.getPc();
    return at && { file: toPath(at.getUri()), line: at.getLine(), column: at.getColumn() };
  });
}

function dependenciesOf(req: RegisterResourceRequest): Record<string, string[]> {
  const found: [string, string[]][] = [];
  req.getPropertydependenciesMap().forEach((dependencies, property) => {
    const urns = dependencies.getUrnsList();
    if (urns.length > 0) found.push([property, [...urns].sort()]);
  });
  return Object.fromEntries(found);
}

function remoteRefusal(type: string): string {
  return `${type} is built by its own plugin, which only the engine can run; use preview for this program`;
}
