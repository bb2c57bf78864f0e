import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Vendor {
  base: string;
  /** Path with query and the authorization of each request. */
  asked: { path: string; authorization: string | undefined }[];
  close(): void;
}

/** A vendor on this machine that gives one answer to everything. */
export async function vendorAnswering(status: number, body: string): Promise<Vendor> {
  const asked: Vendor["asked"] = [];
  const server = createServer(({ url = "", headers }, response) => {
    asked.push({ path: url, authorization: headers.authorization });
    response.writeHead(status, { connection: "close" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { base: `http://127.0.0.1:${port}`, asked, close: () => void server.close() };
}
