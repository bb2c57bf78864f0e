import {
  Metadata,
  type sendUnaryData,
  type ServerUnaryCall,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { checkFailures } from "../../../rpc/check-failures";
import { decodeStruct } from "../../../rpc/decode";
import { encodeStruct } from "../../../rpc/encode";
import { targetOf } from "../../../rpc/target";
import { revealMap, sealMapLike, type WireMap } from "../../../rpc/value";
import { Refusal } from "../http/errors";
import { packageSchema } from "../schema";
import { diffResponse, previewed, refreshed, written } from "./answers";
import { type AdminProvider } from "./provider";

/** The provider protocol. What is not here answers UNIMPLEMENTED: the engine takes it as "no such feature". */
export function providerService(provider: AdminProvider): UntypedServiceImplementation {
  const { about } = provider;
  return {
    handshake: unary(() => handshake()),
    attach: unary(() => new Empty()),
    cancel: unary(() => new Empty()),
    getPluginInfo: unary(() => new PluginInfo().setVersion(about.version)),
    getSchema: unary(() =>
      new messages.GetSchemaResponse().setSchema(
        JSON.stringify(packageSchema(about, provider.resources)),
      ),
    ),
    checkConfig: unary((request: messages.CheckRequest) =>
      new messages.CheckResponse().setInputs(request.getNews()),
    ),
    diffConfig: unary(() =>
      new messages.DiffResponse().setChanges(messages.DiffResponse.DiffChanges.DIFF_NONE),
    ),
    configure: unary((request: messages.ConfigureRequest) => configure(provider, request)),
    check: unary((request: messages.CheckRequest) => check(provider, request)),
    diff: unary((request: messages.DiffRequest) => diff(provider, request)),
    create: unary((request: messages.CreateRequest) => create(provider, request)),
    read: unary((request: messages.ReadRequest) => read(provider, request)),
    update: unary((request: messages.UpdateRequest) => update(provider, request)),
    delete: unary((request: messages.DeleteRequest) => remove(provider, request)),
  };
}

function handshake(): messages.ProviderHandshakeResponse {
  return new messages.ProviderHandshakeResponse()
    .setAcceptSecrets(true)
    .setAcceptResources(true)
    .setAcceptOutputs(true);
}

function configure(provider: AdminProvider, request: messages.ConfigureRequest) {
  provider.configure(revealMap(decodeStruct(request.getArgs())));
  return new messages.ConfigureResponse()
    .setAcceptsecrets(true)
    .setAcceptresources(true)
    .setAcceptoutputs(true)
    .setSupportspreview(true);
}

function check(provider: AdminProvider, request: messages.CheckRequest) {
  const news = decodeStruct(request.getNews());
  const { inputs, failures } = provider.check(targetOf(request), revealMap(news));
  return new messages.CheckResponse()
    .setInputs(encodeStruct(sealMapLike(inputs, news)))
    .setFailuresList(checkFailures(failures));
}

function diff(provider: AdminProvider, request: messages.DiffRequest) {
  const target = targetOf(request);
  const olds = revealMap(decodeStruct(request.getOldInputs() ?? request.getOlds()));
  const changes = provider.diff(target, olds, revealMap(decodeStruct(request.getNews())));
  return diffResponse(provider.resource(target), changes);
}

async function create(provider: AdminProvider, request: messages.CreateRequest) {
  const target = targetOf(request);
  const inputs = decodeStruct(request.getProperties());
  const response = new messages.CreateResponse();
  if (request.getPreview()) {
    const preview = previewed(provider.resource(target), inputs, undefined);
    return response.setProperties(encodeStruct(preview));
  }
  const made = await provider.create(target, revealMap(inputs));
  return response.setId(made.id).setProperties(encodeStruct(written(inputs, made)));
}

async function read(provider: AdminProvider, request: messages.ReadRequest) {
  const inputs = decodeStruct(request.getInputs());
  const known = { id: request.getId(), inputs: revealMap(inputs) };
  const found = await provider.read(targetOf(request), known);
  if (!found) return new messages.ReadResponse();
  const now = refreshed(found, inputs);
  return new messages.ReadResponse()
    .setId(found.id)
    .setInputs(encodeStruct(now.inputs))
    .setProperties(encodeStruct(now.properties));
}

async function update(provider: AdminProvider, request: messages.UpdateRequest) {
  const target = targetOf(request);
  const olds = decodeStruct(request.getOlds());
  const news = decodeStruct(request.getNews());
  const properties = request.getPreview()
    ? previewed(provider.resource(target), news, olds)
    : written(news, await provider.update(target, known(request), revealMap(news)));
  return new messages.UpdateResponse().setProperties(encodeStruct(properties));
}

async function remove(provider: AdminProvider, request: messages.DeleteRequest) {
  await provider.delete(targetOf(request), {
    id: request.getId(),
    inputs: revealMap(decodeStruct(request.getOldInputs() ?? request.getProperties())),
  });
  return new Empty();
}

function known(request: messages.UpdateRequest): {
  id: string;
  inputs: ReturnType<typeof revealMap>;
} {
  const inputs: WireMap = decodeStruct(request.getOldInputs() ?? request.getOlds());
  return { id: request.getId(), inputs: revealMap(inputs) };
}

/** Turns a function that answers or throws into a gRPC method. */
function unary<Request, Response>(answer: (request: Request) => Response | Promise<Response>) {
  return (call: ServerUnaryCall<Request, Response>, reply: sendUnaryData<Response>): void => {
    Promise.resolve()
      .then(() => answer(call.request))
      .then((response) => reply(null, response))
      .catch((error: unknown) => reply(failure(error)));
  };
}

/** A bug of ours shows its place in our code, never its message, which may quote a value. */
function failure(error: unknown) {
  const metadata = new Metadata();
  if (error instanceof Refusal) return { code: status.UNKNOWN, details: error.message, metadata };
  const place = error instanceof Error ? (error.stack ?? "").split("\n    at ")[1] : undefined;
  const details = `supabase-admin failed by a mistake of its own${place ? `, at ${place}` : ""}`;
  return { code: status.INTERNAL, details, metadata };
}
