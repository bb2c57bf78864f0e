import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type Complain } from "../../server/respond";
import { type ApiAnswer, type ApiCall, dispatched } from "./answer";
import { flyEndpoints, type FlyContext } from "./fly";
import { vercelEndpoints, type VercelContext } from "./vercel";

export interface ApiServerOptions {
  vercel: VercelContext;
  fly: FlyContext;
  complain: Complain;
}

/** What a vendor answers to a call without a token, and to one that it has no endpoint for. */
const refusals = {
  vercel: {
    token: {
      status: 403,
      body: {
        error: {
          code: "forbidden",
          message: "The request is missing an authentication token",
          missingToken: true,
        },
      },
    },
    path: { status: 404, body: { error: { code: "not_found", message: "Not Found" } } },
  },
  fly: {
    token: { status: 401, body: { error: "unauthenticated" } },
    path: { status: 404, body: { error: "not found" } },
  },
} as const;

/** Vercel's and Fly's REST APIs on one loopback port, told apart by the first part of the path. */
export class ApiServer {
  readonly #server: Server;

  private constructor(private readonly options: ApiServerOptions) {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(options: ApiServerOptions): Promise<ApiServer> {
    const server = new ApiServer(options);
    await new Promise<void>((resolve, reject) => {
      server.#server.once("error", reject);
      server.#server.listen(0, "127.0.0.1", resolve);
    });
    return server;
  }

  /** Base URL of a vendor's API. */
  urlOf(vendor: "vercel" | "fly"): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${vendor}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      send(response, await this.#answer(request));
    } catch (error) {
      this.options.complain("vendor API", error);
      send(response, { status: 500, body: { error: "the sandbox failed" } });
    }
  }

  async #answer(request: IncomingMessage): Promise<ApiAnswer> {
    const url = new URL(`http://api${request.url ?? "/"}`);
    const [, vendor, path = "/"] = /^\/(vercel|fly)(\/.*)?$/.exec(url.pathname) ?? [];
    if (vendor !== "vercel" && vendor !== "fly") return refusals.fly.path;
    const body = parse(await text(request));
    if (!/^Bearer \S+$/.test(request.headers.authorization ?? "")) return refusals[vendor].token;
    if (!body)
      return { status: 400, body: { error: { code: "bad_request", message: "Invalid JSON" } } };
    const call: ApiCall = { method: request.method ?? "GET", path, query: url.searchParams, body };
    const answer =
      vendor === "vercel"
        ? dispatched(vercelEndpoints, call, this.options.vercel)
        : dispatched(flyEndpoints, call, this.options.fly);
    return answer ?? refusals[vendor].path;
  }
}

function send(response: ServerResponse, { status, body }: ApiAnswer): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(body === undefined ? "" : JSON.stringify(body));
}

function parse(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = json === "" ? {} : JSON.parse(json);
    return typeof value === "object" && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
