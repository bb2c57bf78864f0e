import { createServer as createPlain, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Edge, reachOver, Unreachable } from "../../operations/reach";
import { selfSigned } from "../support/certificate";

/* Requirement: HDR-13 */

const validTo = new Date("2099-06-30T00:00:00Z");
const identity = selfSigned(["app.example.com", "*.example.org"], validTo);
const expired = selfSigned(["app.example.com"], new Date("2026-01-02T00:00:00Z"));

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
let handler: Handler;
let received: { method: string; url: string; host: string; body: string }[];
const servers: (Server & { closeAllConnections(): void })[] = [];
let edge: Edge;

async function listening(server: (typeof servers)[number]): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const answer = (request: IncomingMessage, response: ServerResponse) => {
  void (async () => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk as string;
    const { method = "", url = "" } = request;
    received.push({ method, url, host: request.headers.host ?? "", body });
    handler(request, response);
  })();
};

beforeAll(async () => {
  const { key, certificate: cert } = identity;
  edge = {
    httpsPort: await listening(createServer({ key, cert }, answer)),
    httpPort: await listening(createPlain(answer)),
    ca: cert,
  };
});
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => {
  received = [];
  handler = (_request, response) => void response.end("ok");
});

const reach = () => reachOver({ edge, timeoutMs: 5000 });
const failure = async (asking: Promise<unknown>) => {
  const error = await asking.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Unreachable)) throw new Error(`not an Unreachable: ${String(error)}`);
  return error;
};

describe("asking at an edge", () => {
  it("reaches any host there, by its name, and reads its certificate", async () => {
    const found = await reach().ask("https://app.example.com/path?query=1");
    expect(found).toMatchObject({
      status: 200,
      body: "ok",
      url: "https://app.example.com/path?query=1",
      certificate: { validTo, hosts: ["app.example.com", "*.example.org"] },
    });
    expect(found.milliseconds).toBeGreaterThanOrEqual(0);
    expect(received).toEqual([
      { method: "GET", url: "/path?query=1", host: "app.example.com", body: "" },
    ]);
  });

  it("asks by plain HTTP on the other port, where nothing proves who answers", async () => {
    const found = await reach().ask("http://app.example.com/");
    expect(found.status).toBe(200);
    expect(found.certificate).toBeUndefined();
    expect(received[0]?.host).toBe("app.example.com");
  });

  it("sends method, headers and body", async () => {
    let token: string | undefined;
    handler = (request, response) => {
      token = request.headers.authorization;
      response.writeHead(201).end();
    };
    const headers = { Authorization: "Bearer test", "Content-Type": "application/json" };
    const question = { method: "POST", headers, body: '{"name":"smoke"}' } as const;
    const found = await reach().ask("https://app.example.com/api/projects", question);
    expect(found.status).toBe(201);
    expect(token).toBe("Bearer test");
    expect(received[0]).toMatchObject({ method: "POST", body: '{"name":"smoke"}' });
  });

  it("names headers in lower case and keeps every value of one that is repeated", async () => {
    handler = (_request, response) => {
      response.setHeader("X-Frame-Options", "DENY");
      response.setHeader("Set-Cookie", ["a=1", "b=2"]);
      response.setHeader("Content-Security-Policy", ["default-src 'self'", "img-src 'self'"]);
      response.end();
    };
    const { headers } = await reach().ask("https://app.example.com/");
    expect(headers["x-frame-options"]).toEqual(["DENY"]);
    expect(headers["set-cookie"]).toEqual(["a=1", "b=2"]);
    expect(headers["content-security-policy"]).toEqual(["default-src 'self'", "img-src 'self'"]);
  });

  it("never follows a redirect", async () => {
    handler = (_request, response) =>
      void response.writeHead(308, { Location: "https://app.example.com/other" }).end();
    const found = await reach().ask("https://app.example.com/");
    expect(found).toMatchObject({ status: 308 });
    expect(found.headers["location"]).toEqual(["https://app.example.com/other"]);
    expect(received).toHaveLength(1);
  });

  it("opens a connection for each question, so that a certificate is that of its answer", async () => {
    const ports = new Set<number | undefined>();
    handler = (request, response) => {
      ports.add(request.socket.remotePort);
      response.end();
    };
    const asked = await Promise.all(
      [1, 2, 3].map((n) => reach().ask(`https://app.example.com/${n}`)),
    );
    expect(ports.size).toBe(3);
    for (const { certificate } of asked) expect(certificate?.validTo).toEqual(validTo);
  });
});

describe("where nobody answers as the host", () => {
  it("says that a certificate has run out", async () => {
    const { key, certificate } = expired;
    const httpsPort = await listening(createServer({ key, cert: certificate }, answer));
    const reach = reachOver({ edge: { ...edge, httpsPort, ca: certificate }, timeoutMs: 5000 });
    const found = await failure(reach.ask("https://app.example.com/?token=hidden"));
    expect(found).toMatchObject({ reason: "certificate", code: "CERT_HAS_EXPIRED" });
    expect(found.message).toBe("https://app.example.com/: certificate (CERT_HAS_EXPIRED)");
  });

  it("says that a certificate is another host's", async () => {
    const found = await failure(reach().ask("https://other.example.com/"));
    expect(found).toMatchObject({
      reason: "certificate",
      code: "ERR_TLS_CERT_ALTNAME_INVALID",
    });
  });

  it("says that nobody we trust signed a certificate", async () => {
    const ca = selfSigned(["app.example.com"], validTo).certificate;
    const found = await failure(
      reachOver({ edge: { ...edge, ca }, timeoutMs: 5000 }).ask("https://app.example.com/"),
    );
    expect(found.reason).toBe("certificate");
  });

  it("says that there is no connection", async () => {
    const server = createPlain();
    const httpPort = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    const nobody = reachOver({ edge: { ...edge, httpPort }, timeoutMs: 5000 });
    const found = await failure(nobody.ask("http://app.example.com/"));
    expect(found).toMatchObject({ reason: "no connection", code: "ECONNREFUSED" });
  });

  it.each<[string, Handler]>([
    ["before an answer", () => {}],
    ["in the middle of a body", (_request, response) => void response.write("half")],
  ])("gives up in time %s", async (_when, hang) => {
    handler = hang;
    const found = await failure(reachOver({ edge, timeoutMs: 50 }).ask("https://app.example.com/"));
    expect(found.reason).toBe("not in time");
  });

  it("says that an answer broke off", async () => {
    handler = (request) => void request.socket.destroy();
    const found = await failure(reach().ask("https://app.example.com/"));
    expect(["broken answer", "no connection"]).toContain(found.reason);
  });

  it("reads no body without end", async () => {
    handler = (_request, response) => {
      const more = () => {
        if (response.write("x".repeat(1024 * 1024))) setImmediate(more);
        else response.once("drain", more);
      };
      more();
    };
    const found = await failure(reach().ask("https://app.example.com/"));
    expect(found).toMatchObject({ reason: "broken answer", code: "UND_ERR_RES_EXCEEDED_MAX_SIZE" });
  });

  it("knows a host that no DNS has", async () => {
    const found = await failure(
      reachOver({ timeoutMs: 20_000 }).ask("https://no-such-host.invalid/"),
    );
    expect(found.reason).toBe("no such host");
  });
});
