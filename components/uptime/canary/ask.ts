import { request, type RequestOptions } from "node:https";
import type { IncomingMessage } from "node:http";
import { TLSSocket } from "node:tls";

/** A request by HTTPS. The certificate must be valid for `host`, whoever answers. */
export interface Question {
  host: string;
  connectTo?: string;
  port: number;
  path: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
}

export interface Answer {
  status: number;
  /** Names in lower case, several values of one name joined by a comma. */
  headers: Record<string, string>;
  /** At most 64 KiB of it. */
  body: string;
  /** Last moment at which the host's certificate is valid. */
  validTo: Date;
}

/** What differs between the world and a test. */
export interface Network {
  /** PEM of the authorities to trust; those of Node.js when left out. */
  ca?: string;
  /** Milliseconds after which a request is given up. */
  timeout: number;
}

const longestBody = 65_536;

/** Asks once, without following redirects. Rejects on a bad certificate, a broken connection and a timeout. */
export function ask(question: Question, { ca, timeout }: Network): Promise<Answer> {
  const { host, connectTo, port, path, method = "GET", headers, body } = question;
  const options: RequestOptions = {
    ...{ host: connectTo ?? host, servername: host, port, path, method, agent: false },
    headers: { ...headers, host: port === 443 ? host : `${host}:${port}` },
    signal: AbortSignal.timeout(timeout),
    ...(ca !== undefined && { ca }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      read(response).then(resolve, reject);
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

async function read(response: IncomingMessage): Promise<Answer> {
  const validTo = expiryOf(response);
  let body = "";
  for await (const chunk of response.setEncoding("utf8")) {
    body += chunk as string;
    if (body.length >= longestBody) break;
  }
  return {
    status: response.statusCode ?? 0,
    headers: joined(response.rawHeaders),
    body: body.slice(0, longestBody),
    validTo,
  };
}

/** Read before the body, since the connection may be gone after it. */
function expiryOf({ socket }: IncomingMessage): Date {
  if (!(socket instanceof TLSSocket)) throw new Error("the connection is not encrypted");
  return new Date(socket.getPeerCertificate().valid_to);
}

/** HTTP/2 sends names in lower case, HTTP/1.1 as the server has them: both are the same header. */
function joined(raw: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at]!.toLowerCase();
    const before = headers[name];
    headers[name] = before === undefined ? raw[at + 1]! : `${before}, ${raw[at + 1]!}`;
  }
  return headers;
}
