import type { Policies } from "@pulumi/policy";
import * as policyServer from "@pulumi/policy/server";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

/** What the engine hears of a finding. */
export interface Diagnostic {
  policy: string;
  level: "advisory" | "mandatory";
  severity: string;
  urn: string;
  description: string;
  message: string;
}

/** A resource as the engine sends it. */
export interface EngineResource {
  urn: string;
  type: string;
  name: string;
  /** Sentinels where unknown. Inputs in the resource hook, outputs in the stack hook. */
  props: Record<string, JavaScriptValue>;
  parent?: string;
  protect?: boolean;
  provider?: boolean;
  propertyDependencies?: Record<string, string[]>;
}

type Call<Request> = (
  call: { request: Request },
  callback: (error: Error | null | undefined, response?: analyzer.AnalyzeResponse) => void,
) => void;
type MakeCall<Request> = (
  pack: string,
  version: string,
  level: string,
  policies: Policies,
) => Call<Request>;

/** The SDK's own handlers, which its types do not show: they decode, wrap in the throwing proxy and encode. */
const handlers = policyServer as unknown as {
  makeAnalyzeRpcFun: MakeCall<analyzer.AnalyzeRequest>;
  makeAnalyzeStackRpcFun: MakeCall<analyzer.AnalyzeStackRequest>;
};

/** As the engine names the pack that it asks; no answer holds it. */
const pack = "rule-kit";
const version = "0.1.0";

/** Calls the policies as the engine does, through the SDK's request handlers. */
export function engineFor(policies: Policies) {
  const analyze = handlers.makeAnalyzeRpcFun(pack, version, "mandatory", policies);
  const analyzeStack = handlers.makeAnalyzeStackRpcFun(pack, version, "mandatory", policies);
  return {
    declare: (resource: EngineResource) => ask(analyze, resourceRequest(resource)),
    finish: (resources: readonly EngineResource[]) => ask(analyzeStack, stackRequest(resources)),
  };
}

function ask<Request>(call: Call<Request>, request: Request): Promise<Diagnostic[]> {
  return new Promise((resolve, reject) => {
    call({ request }, (error, response) => {
      if (error || !response) reject(error ?? new Error("no response"));
      else resolve(response.getDiagnosticsList().map(toDiagnostic));
    });
  });
}

function resourceRequest(resource: EngineResource): analyzer.AnalyzeRequest {
  const request = new analyzer.AnalyzeRequest();
  fill(request, resource);
  return request;
}

function stackRequest(resources: readonly EngineResource[]): analyzer.AnalyzeStackRequest {
  const request = new analyzer.AnalyzeStackRequest();
  request.setResourcesList(resources.map(stackResource));
  return request;
}

function stackResource(resource: EngineResource): analyzer.AnalyzerResource {
  const message = new analyzer.AnalyzerResource();
  fill(message, resource);
  if (resource.parent) message.setParent(resource.parent);
  for (const [property, urns] of Object.entries(resource.propertyDependencies ?? {})) {
    const dependencies = new analyzer.AnalyzerPropertyDependencies();
    dependencies.setUrnsList(urns);
    message.getPropertydependenciesMap().set(property, dependencies);
  }
  return message;
}

function fill(
  message: analyzer.AnalyzeRequest | analyzer.AnalyzerResource,
  { urn, type, name, props, parent, protect = false, provider = false }: EngineResource,
): void {
  message.setUrn(urn);
  message.setType(type);
  message.setName(name);
  message.setProperties(Struct.fromJavaScript(props));
  const options = new analyzer.AnalyzerResourceOptions();
  options.setProtect(protect);
  if (parent) options.setParent(parent);
  message.setOptions(options);
  if (provider) message.setProvider(providerMessage());
}

function providerMessage(): analyzer.AnalyzerProviderResource {
  const provider = new analyzer.AnalyzerProviderResource();
  provider.setType("pulumi:providers:vercel");
  provider.setProperties(Struct.fromJavaScript({}));
  return provider;
}

const levels = { [analyzer.EnforcementLevel.ADVISORY]: "advisory" as const };
const severities = ["unspecified", "low", "medium", "high", "critical"];

function toDiagnostic(diagnostic: analyzer.AnalyzeDiagnostic): Diagnostic {
  return {
    policy: diagnostic.getPolicyname(),
    level: levels[diagnostic.getEnforcementlevel() as keyof typeof levels] ?? "mandatory",
    severity: severities[diagnostic.getSeverity()] ?? "unspecified",
    urn: diagnostic.getUrn(),
    description: diagnostic.getDescription(),
    message: diagnostic.getMessage(),
  };
}
