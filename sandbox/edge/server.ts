import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer, type Server as SecureServer } from "node:https";
import { type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type SecureContext } from "node:tls";
import { setTimeout as sleep } from "node:timers/promises";
import { type Complain } from "../server/respond";
import { type EdgeAnswer, type EdgeRequest } from "./routing/request";
import { serve, type EdgeWorld, upgraded } from "./serve";
import { type Certificates } from "./tls/certificates";

export interface EdgeServerOptions {
  world: EdgeWorld;
  certificates: Certificates;
  complain: Complain;
}

/** Header by which a client of this machine says what address it would have connected to, as a health check does. */
export const addressHeader = "x-sandbox-address";

/** HTTPS and HTTP on two loopback ports, for every host of a cloud. */
export class EdgeServer {
  readonly #secure: SecureServer;
  readonly #plain: Server;

  private constructor(private readonly options: EdgeServerOptions) {
    const SNICallback = (
      host: string,
      done: (error: Error | null, made?: SecureContext) => void,
    ) => {
      this.#context(host).then(
        (made) => done(null, made),
        (error: Error) => done(error),
      );
    };
    const answer = (request: IncomingMessage, response: ServerResponse, isSecure: boolean) =>
      void this.#answer(request, response, isSecure);
    this.#secure = createSecureServer({ SNICallback }, (request, response) =>
      answer(request, response, true),
    );
    this.#plain = createServer((request, response) => answer(request, response, false));
  }

  static async start(options: EdgeServerOptions): Promise<EdgeServer> {
    const server = new EdgeServer(options);
    await Promise.all([listen(server.#secure), listen(server.#plain)]);
    return server;
  }

  get httpsPort(): number {
    return (this.#secure.address() as AddressInfo).port;
  }

  get httpPort(): number {
    return (this.#plain.address() as AddressInfo).port;
  }

  close(): void {
    for (const server of [this.#secure, this.#plain]) {
      server.close();
      server.closeAllConnections();
    }
  }

  #context(host: string): Promise<SecureContext> {
    const { world, certificates } = this.options;
    const name = host.toLowerCase();
    const broken = world.breakages.at(name).find(({ kind }) => kind === "certificate");
    return certificates.contextOf(name, broken?.days);
  }

  async #answer(message: IncomingMessage, response: ServerResponse, isSecure: boolean) {
    const { world, complain } = this.options;
    try {
      const request = await requestFrom(message);
      if (!isSecure) return send(response, upgraded(request, world));
      const address = request.headers[addressHeader];
      const served = serve(request, world, address);
      if ("cut" in served) return void message.socket.destroy();
      if (served.delayMs > 0) await sleep(served.delayMs, undefined, { ref: false });
      send(response, served.answer);
    } catch (error) {
      complain("edge", error);
      send(response, { status: 500, headers: {}, body: "the sandbox failed\n" });
    }
  }
}

/** Everybody here is on loopback, so that a client tells by `x-forwarded-for` who it stands for. Vercel overwrites it. */
async function requestFrom(message: IncomingMessage): Promise<EdgeRequest> {
  const url = new URL(`http://edge${message.url ?? "/"}`);
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
  return {
    method: message.method ?? "GET",
    host: (headers["host"] ?? "").replace(/:\d+$/, "").toLowerCase(),
    path: url.pathname,
    query: url.search,
    headers,
    body: await text(message),
    client: headers["x-forwarded-for"] ?? message.socket.remoteAddress ?? "",
  };
}

function send(response: ServerResponse, { status, headers, body }: EdgeAnswer): void {
  if (response.destroyed) return;
  response.writeHead(status, headers);
  response.end(body);
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
}
