import { Server, ServerCredentials, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { createServer, type AddressInfo, type Server as NetServer, type Socket } from "node:net";
import { UserError } from "../../core/errors";
import { channelOptions } from "../../rpc/channel";

/**
 * One provider on one loopback port. The sockets are ours, so that a provider can die as a process dies: at once, with
 * every connection broken.
 */
export class ProviderServer {
  readonly #sockets = new Set<Socket>();
  readonly #grpc: Server;

  private constructor(
    private readonly listener: NetServer,
    service: UntypedServiceImplementation,
  ) {
    this.#grpc = new Server(channelOptions);
    this.#grpc.addService(ResourceProviderService, service);
    const injector = this.#grpc.createConnectionInjector(ServerCredentials.createInsecure());
    listener.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
      injector.injectConnection(socket);
    });
  }

  /** Listens on 127.0.0.1; port 0 takes any free one. Throws `UserError` (2) when the port is taken. */
  static async start(
    name: string,
    port: number,
    service: UntypedServiceImplementation,
  ): Promise<ProviderServer> {
    const listener = createServer();
    const server = new ProviderServer(listener, service);
    await listen(listener, name, port);
    return server;
  }

  get port(): number {
    return (this.listener.address() as AddressInfo | null)?.port ?? 0;
  }

  /** False once it died or was closed. */
  get alive(): boolean {
    return this.listener.listening;
  }

  /** Breaks every connection, answers nobody, and frees the port. */
  kill(): void {
    this.listener.close();
    for (const socket of this.#sockets) socket.destroy();
    this.#grpc.forceShutdown();
  }
}

function listen(listener: NetServer, name: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    listener.once("error", (error: NodeJS.ErrnoException) =>
      reject(portProblem(name, port, error)),
    );
    listener.listen(port, "127.0.0.1", resolve);
  });
}

function portProblem(name: string, port: number, error: NodeJS.ErrnoException): Error {
  const reasons: Record<string, string> = { EADDRINUSE: "is taken", EACCES: "needs more rights" };
  const reason = reasons[error.code ?? ""];
  if (!reason) return error;
  const found = `port ${port} on 127.0.0.1, wanted for the sandbox's ${name} provider, ${reason}`;
  return new UserError([{ where: {}, found, fix: "free it, or choose another base port" }], 2);
}
