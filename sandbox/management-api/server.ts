import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { partType } from "../cloud/supabase/parts";
import { type ArmedFault } from "../faults/fault";
import { type Faults } from "../faults/faults";
import { type Complain } from "../server/respond";
import { type Answer, type Body, errorAnswer, HttpError } from "./answer";
import { type Found, type ManagementApi } from "./api";

export interface ServerOptions {
  api: ManagementApi;
  faults: Faults;
  complain: Complain;
}

/** Supabase's HTTP interfaces on one loopback port. */
export class ManagementServer {
  readonly #server: Server;

  private constructor(private readonly options: ServerOptions) {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(options: ServerOptions, port = 0): Promise<ManagementServer> {
    const server = new ManagementServer(options);
    await new Promise<void>((resolve, reject) => {
      server.#server.once("error", reject);
      server.#server.listen(port, "127.0.0.1", resolve);
    });
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const answer = await this.#answer(request);
      if (answer) send(response, answer);
      else request.socket.destroy();
    } catch (error) {
      if (!(error instanceof HttpError)) this.options.complain("Management API", error);
      const known = error instanceof HttpError ? error : new HttpError(500, "the sandbox failed");
      send(response, errorAnswer(known));
    }
  }

  /** Undefined when the reply shall be lost. */
  async #answer(request: IncomingMessage): Promise<Answer | undefined> {
    const { pathname: path } = new URL(request.url ?? "/", "http://127.0.0.1");
    const body = parse(await text(request));
    const { authorization } = request.headers;
    const { api, faults } = this.options;
    const found = api.find({ method: request.method ?? "GET", path, authorization, body });
    return struck(faults.take(operation(found)), found.run);
  }
}

function operation({ project, route }: Found) {
  return { stack: project.stack, type: partType(route.kind), op: route.op };
}

/** Runs a request under the fault that strikes it. A provider's `exit` is a lost connection here. */
async function struck(
  fault: ArmedFault | undefined,
  run: () => Answer,
): Promise<Answer | undefined> {
  if (!fault) return run();
  const done = fault.when === "after" ? run() : undefined;
  switch (fault.mode) {
    case "fail":
      return failed(fault);
    case "drop-reply":
    case "exit":
      return undefined;
    case "delay":
      await new Promise((resolve) => setTimeout(resolve, fault.delayMs ?? 1_000));
      return done ?? run();
  }
}

function failed({ status = 500, message, id }: ArmedFault): Answer {
  const body = { message: message ?? `fault ${id}` };
  return status === 429 ? { status, body, headers: { "retry-after": "0" } } : { status, body };
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function parse(json: string): Body {
  try {
    const parsed = json === "" ? {} : (JSON.parse(json) as unknown);
    if (typeof parsed === "object" && parsed !== null) return parsed as Body;
  } catch {
    // Falls through: not JSON is refused like JSON of another form.
  }
  throw new HttpError(400, "Invalid JSON body");
}
