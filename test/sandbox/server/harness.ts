import { type Client, credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudHost } from "../../../sandbox/daemon/cloud-host";

export type Properties = Record<string, JavaScriptValue>;

export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const signature = "4dabf18193072939515e22adb298388d";

/** A secret as the engine writes it. */
export function secret(value: JavaScriptValue): Properties {
  return { [signature]: "1b47061264138c4ac30d75fd1eb44270", value };
}

export function newHome(): string {
  return mkdtempSync(join(tmpdir(), "groundwork-sandbox-"));
}

export function urnOf(type: string, name: string, stack = "dev"): string {
  return `urn:pulumi:${stack}::test::${type}::${name}`;
}

type Unary = (
  request: unknown,
  reply: (error: ServiceError | null, answer: unknown) => void,
) => { cancel(): void };

/** A cloud in this process, and the engine's side of the protocol to talk to it over real connections. */
export class TestCloud {
  readonly complaints: string[] = [];
  readonly #clients = new Map<string, Client>();

  private constructor(
    readonly home: string,
    readonly host: CloudHost,
    complaints: string[],
  ) {
    this.complaints = complaints;
  }

  static async open(home = newHome()): Promise<TestCloud> {
    const complaints: string[] = [];
    const complain = (where: string, error: unknown) =>
      void complaints.push(`${where}: ${String(error)}`);
    return new TestCloud(home, await CloudHost.open(home, { complain }), complaints);
  }

  close(): void {
    for (const client of this.#clients.values()) client.close();
    this.host.close();
  }

  /** Any method by its name on the wire. Rejects with the error that the engine would show. */
  call<Answer>(packageName: string, method: string, request: unknown): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.start(packageName, method, request, (error, answer) =>
        error ? reject(error) : resolve(answer as Answer),
      );
    });
  }

  start(
    packageName: string,
    method: string,
    request: unknown,
    reply: (error: ServiceError | null, answer: unknown) => void,
  ): { cancel(): void } {
    const client = this.#client(packageName) as unknown as Record<string, Unary>;
    return client[method]!.call(client, request, reply);
  }

  async check(
    type: string,
    name: string,
    news: Properties,
    extra: { olds?: Properties; seed?: string; stack?: string } = {},
  ) {
    const request = new messages.CheckRequest()
      .setUrn(urnOf(type, name, extra.stack))
      .setNews(Struct.fromJavaScript(news))
      .setOlds(Struct.fromJavaScript(extra.olds ?? {}))
      .setRandomseed(Buffer.from(extra.seed ?? "seed").toString("base64"));
    const answer = await this.#ask<messages.CheckResponse>(type, "check", request);
    return {
      inputs: answer.getInputs()!.toJavaScript(),
      failures: answer.getFailuresList().map((failure) => failure.toObject()),
    };
  }

  async diff(type: string, name: string, olds: Properties, news: Properties) {
    return this.diffFrom(type, name, { inputs: olds, state: olds }, news);
  }

  /** The same where the outputs of the state are not its inputs. */
  async diffFrom(
    type: string,
    name: string,
    { inputs, state }: { inputs: Properties; state: Properties },
    news: Properties,
  ) {
    const request = new messages.DiffRequest()
      .setId("id")
      .setUrn(urnOf(type, name))
      .setOldInputs(Struct.fromJavaScript(inputs))
      .setOlds(Struct.fromJavaScript(state))
      .setNews(Struct.fromJavaScript(news));
    const answer = await this.#ask<messages.DiffResponse>(type, "diff", request);
    return {
      changes: answer.getChanges(),
      diffs: answer.getDiffsList(),
      replaces: answer.getReplacesList(),
      deleteBeforeReplace: answer.getDeletebeforereplace(),
      detailed: Object.fromEntries(
        [...answer.getDetaileddiffMap().entries()].map(([path, diff]) => [path, diff.getKind()]),
      ),
    };
  }

  async create(
    type: string,
    name: string,
    inputs: Properties,
    extra: { stack?: string; preview?: boolean } = {},
  ) {
    const answer = await this.#ask<messages.CreateResponse>(
      type,
      "create",
      this.createRequest(type, name, inputs, extra),
    );
    return { id: answer.getId(), properties: answer.getProperties()!.toJavaScript() };
  }

  createRequest(
    type: string,
    name: string,
    inputs: Properties,
    extra: { stack?: string; preview?: boolean } = {},
  ) {
    return new messages.CreateRequest()
      .setUrn(urnOf(type, name, extra.stack))
      .setPreview(extra.preview ?? false)
      .setProperties(Struct.fromJavaScript(inputs));
  }

  async update(
    type: string,
    name: string,
    change: {
      id: string;
      oldInputs: Properties;
      olds: Properties;
      news: Properties;
      preview?: boolean;
      stack?: string;
    },
  ): Promise<Properties> {
    const request = new messages.UpdateRequest()
      .setUrn(urnOf(type, name, change.stack))
      .setId(change.id)
      .setPreview(change.preview ?? false)
      .setOldInputs(Struct.fromJavaScript(change.oldInputs))
      .setOlds(Struct.fromJavaScript(change.olds))
      .setNews(Struct.fromJavaScript(change.news));
    const answer = await this.#ask<messages.UpdateResponse>(type, "update", request);
    return answer.getProperties()!.toJavaScript();
  }

  async read(
    type: string,
    name: string,
    id: string,
    state: { inputs?: Properties; properties?: Properties; stack?: string } = {},
  ) {
    const request = new messages.ReadRequest()
      .setUrn(urnOf(type, name, state.stack))
      .setId(id)
      .setInputs(Struct.fromJavaScript(state.inputs ?? {}))
      .setProperties(Struct.fromJavaScript(state.properties ?? {}));
    const answer = await this.#ask<messages.ReadResponse>(type, "read", request);
    return {
      id: answer.getId(),
      inputs: answer.getInputs()?.toJavaScript(),
      properties: answer.getProperties()?.toJavaScript(),
    };
  }

  async delete(
    type: string,
    name: string,
    id: string,
    extra: { stack?: string } = {},
  ): Promise<void> {
    const request = new messages.DeleteRequest().setUrn(urnOf(type, name, extra.stack)).setId(id);
    await this.#ask(type, "delete", request);
  }

  async invoke(token: string, args: Properties) {
    const request = new messages.InvokeRequest().setTok(token).setArgs(Struct.fromJavaScript(args));
    const answer = await this.#ask<messages.InvokeResponse>(token, "invoke", request);
    return {
      result: answer.getReturn()!.toJavaScript(),
      failures: answer.getFailuresList().map((failure) => failure.toObject()),
    };
  }

  async configure(
    packageName: string,
    config: Properties,
    stack = "dev",
  ): Promise<messages.ConfigureResponse.AsObject> {
    const request = new messages.ConfigureRequest()
      .setUrn(`urn:pulumi:${stack}::test::pulumi:providers:${packageName}::default`)
      .setArgs(Struct.fromJavaScript(config));
    return (
      await this.call<messages.ConfigureResponse>(packageName, "configure", request)
    ).toObject();
  }

  /** A server that was started again has another port. */
  reconnect(packageName: string): void {
    this.#clients.get(packageName)?.close();
    this.#clients.delete(packageName);
  }

  #ask<Answer>(type: string, method: string, request: unknown): Promise<Answer> {
    return this.call<Answer>(type.slice(0, type.indexOf(":")), method, request);
  }

  #client(packageName: string): Client {
    const port = this.host.ports[packageName]!;
    const known = this.#clients.get(packageName);
    if (known) return known;
    const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
    this.#clients.set(packageName, client);
    return client;
  }
}
