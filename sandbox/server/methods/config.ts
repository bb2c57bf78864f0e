import { type UntypedServiceImplementation } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import {
  type CheckRequest,
  CheckResponse,
  type ConfigureRequest,
  ConfigureResponse,
  type DiffRequest,
  DiffResponse,
  type InvokeRequest,
  InvokeResponse,
  type ParameterizeRequest,
  ParameterizeResponse,
  ProviderHandshakeResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { isDeepStrictEqual } from "node:util";
import { parseUrn } from "../../../core/urn";
import { Refusal } from "../../cloud/refusal";
import { invoke } from "../operations/invoke";
import { type Provider } from "../provider";
import { unary } from "../respond";
import { decodeStruct } from "../../../rpc/decode";
import { encodeStruct } from "../../../rpc/encode";
import { revealMap } from "../../../rpc/value";
import { checkFailures } from "../../../rpc/check-failures";

/** What the engine asks of a provider before and beside resources. */
export function configMethods(provider: Provider): UntypedServiceImplementation {
  const { complain } = provider;
  return {
    handshake: unary("Handshake", complain, () => handshake()),
    attach: unary("Attach", complain, () => new Empty()),
    getPluginInfo: unary("GetPluginInfo", complain, () => pluginInfo(provider)),
    parameterize: unary("Parameterize", complain, (request: ParameterizeRequest) =>
      parameterize(provider, request),
    ),
    checkConfig: unary("CheckConfig", complain, (request: CheckRequest) =>
      new CheckResponse().setInputs(request.getNews()),
    ),
    diffConfig: unary("DiffConfig", complain, (request: DiffRequest) => diffConfig(request)),
    configure: unary("Configure", complain, (request: ConfigureRequest) =>
      configure(provider, request),
    ),
    invoke: unary("Invoke", complain, (request: InvokeRequest) => invoked(provider, request)),
    /** Comes at the end of every engine run and names no stack: other runs on this server go on. */
    cancel: unary("Cancel", complain, () => new Empty()),
  };
}

function handshake(): ProviderHandshakeResponse {
  return new ProviderHandshakeResponse()
    .setAcceptSecrets(true)
    .setAcceptResources(true)
    .setAcceptOutputs(true)
    .setSupportsAutonamingConfiguration(true);
}

function pluginInfo({ served }: Provider): PluginInfo {
  return new PluginInfo().setVersion(served.version);
}

/** The program says which package the bridge plugin shall be; a sandbox serves only the one that is installed. */
function parameterize({ served }: Provider, request: ParameterizeRequest): ParameterizeResponse {
  const wanted = request.getValue();
  const { parameter } = served;
  if (!wanted || !parameter) {
    throw new Refusal(`the sandbox serves ${served.serves} as it is installed, not by arguments`);
  }
  if (wanted.getName() !== parameter.name || wanted.getVersion() !== parameter.version) {
    const asked = `${wanted.getName()} ${wanted.getVersion()}`;
    throw new Refusal(`the sandbox has ${parameter.name} ${parameter.version}, not ${asked}`);
  }
  return new ParameterizeResponse().setName(parameter.name).setVersion(parameter.version);
}

/** No setting of a provider makes the sandbox replace what it made. */
function diffConfig(request: DiffRequest): DiffResponse {
  const olds = decodeStruct(request.getOldInputs() ?? request.getOlds());
  const same = isDeepStrictEqual(olds, decodeStruct(request.getNews()));
  const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
  return new DiffResponse().setChanges(same ? DIFF_NONE : DIFF_SOME);
}

function configure({ served, services }: Provider, request: ConfigureRequest): ConfigureResponse {
  const urn = request.getUrn() ?? "";
  const packageName = urn ? lastPart(parseUrn(urn).type) : served.serves;
  services.accounts.remember(packageName, urn, revealMap(decodeStruct(request.getArgs())));
  return new ConfigureResponse()
    .setAcceptsecrets(true)
    .setAcceptresources(true)
    .setAcceptoutputs(true)
    .setSupportspreview(true)
    .setSupportsAutonamingConfiguration(true);
}

function invoked({ services }: Provider, request: InvokeRequest): InvokeResponse {
  const called = invoke(services, request.getTok(), decodeStruct(request.getArgs()));
  return new InvokeResponse()
    .setReturn(encodeStruct(called.result))
    .setFailuresList(checkFailures(called.failures));
}

/** `pulumi:providers:vercel` → `vercel`. */
const lastPart = (type: string): string => type.slice(type.lastIndexOf(":") + 1);
