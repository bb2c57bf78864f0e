import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { channelOptions } from "../../../rpc/channel";
import { type AdminProvider } from "./provider";
import { providerService } from "./service";

/** Serves the provider on any free loopback port, and answers it with how to stop. */
export function listen(provider: AdminProvider): Promise<{ port: number; close: () => void }> {
  const server = new Server(channelOptions);
  server.addService(ResourceProviderService, providerService(provider));
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve({ port, close: () => server.forceShutdown() });
    });
  });
}
