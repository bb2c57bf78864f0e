import { type UntypedServiceImplementation } from "@grpc/grpc-js";
import {
  CheckRequest,
  CheckResponse,
  type CreateRequest,
  CreateResponse,
  type DeleteRequest,
  type DiffRequest,
  type ReadRequest,
  ReadResponse,
  type UpdateRequest,
  UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type NamingRequest } from "../operations/autoname";
import { check } from "../operations/check";
import { create, previewCreate } from "../operations/create";
import { remove } from "../operations/delete";
import { diff } from "../operations/diff";
import { read } from "../operations/read";
import { previewUpdate, update } from "../operations/update";
import { type Provider } from "../provider";
import { type Caller, unary } from "../respond";
import { checkFailures } from "../../../rpc/check-failures";
import { decodeStruct } from "../../../rpc/decode";
import { encodeStruct } from "../../../rpc/encode";
import { targetOf } from "../../../rpc/target";
import { diffResponse } from "./difference";

/** What the engine asks of a provider about resources. */
export function resourceMethods(provider: Provider): UntypedServiceImplementation {
  const method = <Request, Response>(
    name: string,
    answer: (provider: Provider, request: Request, caller: Caller) => Promise<Response>,
  ) =>
    unary<Request, Response>(name, provider.complain, (request, caller) =>
      answer(provider, request, caller),
    );
  return {
    check: method("Check", checked),
    diff: method("Diff", compared),
    create: method("Create", created),
    read: method("Read", found),
    update: method("Update", updated),
    delete: method("Delete", removed),
  };
}

async function checked(provider: Provider, request: CheckRequest, caller: Caller) {
  const target = targetOf(request);
  const naming = {
    urn: target.urn,
    olds: decodeStruct(request.getOlds()),
    news: decodeStruct(request.getNews()),
    seed: request.getRandomseed_asU8(),
    request: namingRequest(request),
  };
  const { inputs, failures } = await provider.guarded("check", target, caller, () =>
    check(provider.services, target, naming),
  );
  return new CheckResponse()
    .setInputs(encodeStruct(inputs))
    .setFailuresList(checkFailures(failures));
}

async function compared(provider: Provider, request: DiffRequest, caller: Caller) {
  const target = targetOf(request);
  const state = decodeStruct(request.getOlds());
  const olds = request.getOldInputs() ? decodeStruct(request.getOldInputs()) : state;
  const news = decodeStruct(request.getNews());
  return provider.guarded("diff", target, caller, () =>
    diffResponse(diff(provider.services, target, { olds, news, state })),
  );
}

async function created(provider: Provider, request: CreateRequest, caller: Caller) {
  const target = targetOf(request);
  const inputs = decodeStruct(request.getProperties());
  const { services } = provider;
  if (request.getPreview()) {
    const properties = encodeStruct(previewCreate(services, target, inputs));
    return new CreateResponse().setProperties(properties);
  }
  const { id, properties } = await provider.guarded("create", target, caller, () =>
    create(services, target, inputs),
  );
  return new CreateResponse().setId(id).setProperties(encodeStruct(properties));
}

async function found(provider: Provider, request: ReadRequest, caller: Caller) {
  const target = targetOf(request);
  const known = {
    id: request.getId(),
    inputs: decodeStruct(request.getInputs()),
    properties: decodeStruct(request.getProperties()),
  };
  const object = await provider.guarded("read", target, caller, () =>
    read(provider.services, target, known),
  );
  if (!object) return new ReadResponse();
  return new ReadResponse()
    .setId(object.id)
    .setInputs(encodeStruct(object.inputs))
    .setProperties(encodeStruct(object.properties));
}

async function updated(provider: Provider, request: UpdateRequest, caller: Caller) {
  const target = targetOf(request);
  const change = {
    id: request.getId(),
    oldInputs: decodeStruct(request.getOldInputs()),
    olds: decodeStruct(request.getOlds()),
    news: decodeStruct(request.getNews()),
  };
  const { services } = provider;
  const properties = request.getPreview()
    ? previewUpdate(services, target, change)
    : await provider.guarded("update", target, caller, () => update(services, target, change));
  return new UpdateResponse().setProperties(encodeStruct(properties));
}

async function removed(provider: Provider, request: DeleteRequest, caller: Caller) {
  const target = targetOf(request);
  await provider.guarded("delete", target, caller, () =>
    remove(provider.services, target, request.getId()),
  );
  return new Empty();
}

const modes = {
  [CheckRequest.AutonamingOptions.Mode.PROPOSE]: "propose",
  [CheckRequest.AutonamingOptions.Mode.ENFORCE]: "enforce",
  [CheckRequest.AutonamingOptions.Mode.DISABLE]: "disable",
} as const;

function namingRequest(request: CheckRequest): NamingRequest | undefined {
  const asked = request.getAutonaming();
  return asked && { mode: modes[asked.getMode()], proposedName: asked.getProposedName() };
}
