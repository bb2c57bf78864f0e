import { type X509Certificate } from "node:crypto";
import { performance } from "node:perf_hooks";
import { TLSSocket } from "node:tls";
import { buildConnector, Client, type Dispatcher } from "undici";

/** A question by HTTP or HTTPS. */
export interface Question {
  /** @default "GET" */
  method?: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

/** What the host that answered proved itself with. */
export interface PeerCertificate {
  /** Last moment at which it is valid. */
  validTo: Date;
  /** DNS names that it is for, as they stand in it: `*.example.com` too. */
  hosts: string[];
}

export interface Answer {
  status: number;
  /** Names in lower case; every value of a name that is sent more than once. */
  headers: Readonly<Record<string, readonly string[]>>;
  body: string;
  /** What was asked. A redirect is an answer as any other: nobody follows it. */
  url: string;
  /** By HTTPS only. */
  certificate?: PeerCertificate;
  /** From the first packet to the last of the body, connecting included. */
  milliseconds: number;
}

/** The one way out to hosts and vendors. Never follows a redirect; what it rejects with is an `Unreachable`. */
export interface Reach {
  ask(url: string, question?: Question): Promise<Answer>;
}

/** Where a cloud on this machine serves every host. */
export interface Edge {
  httpsPort: number;
  httpPort: number;
  /** PEM of the authority that signed its certificates: the only one that is trusted. */
  ca: string;
}

export interface ReachOptions {
  /** Every host is at this edge, on 127.0.0.1. Left out, hosts are where DNS says. */
  edge?: Edge;
  /** Milliseconds that a question may take, from connecting to the end of the body. */
  timeoutMs: number;
}

/** Why nobody answered, for whoever judges it. */
export type UnreachableReason =
  "no such host" | "no connection" | "not in time" | "certificate" | "broken answer";

/** Nobody answered, or nobody who could prove to be the host. Its message names no header and no body. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";

  constructor(
    readonly url: string,
    readonly reason: UnreachableReason,
    /** Code of Node.js, OpenSSL or undici: `CERT_HAS_EXPIRED`. */
    readonly code: string,
  ) {
    super(`${withoutQuery(url)}: ${reason} (${code})`);
  }
}

/** Bytes of a body that are read: a page has fewer, and an answer without end is none. */
const longestBody = 8 * 1024 * 1024;

/** Whoever asks without a name is taken for a bot that hides. */
const agent = "groundwork";

export function reachOver(options: ReachOptions): Reach {
  return { ask: (url, question = {}) => ask(url, question, options) };
}

/** A connection of its own for each question, so that the certificate is the one of this answer. */
async function ask(url: string, question: Question, options: ReachOptions): Promise<Answer> {
  const { origin, pathname, search } = new URL(url);
  const seen: { certificate?: PeerCertificate } = {};
  const signal = AbortSignal.timeout(options.timeoutMs);
  const client = new Client(origin, {
    connect: connectorFor(options, (certificate) => void (seen.certificate = certificate)),
    maxResponseSize: longestBody,
  });
  const { method = "GET", body } = question;
  const headers = { "user-agent": agent, ...question.headers };
  const started = performance.now();
  try {
    const response = await client.request({
      ...{ method, path: pathname + search, signal, headers },
      ...(body !== undefined && { body }),
    });
    const text = await response.body.text();
    return {
      ...{ status: response.statusCode, headers: valuesOf(response), body: text, url },
      ...(seen.certificate && { certificate: seen.certificate }),
      milliseconds: Math.round(performance.now() - started),
    };
  } catch (error) {
    throw unreachable(url, signal.aborted ? "UND_ERR_ABORTED" : codeOf(error));
  } finally {
    await client.destroy();
  }
}

function connectorFor(
  { edge, timeoutMs }: ReachOptions,
  seen: (certificate: PeerCertificate) => void,
): buildConnector.connector {
  const connect = buildConnector({
    timeout: timeoutMs,
    maxCachedSessions: 0,
    ...(edge && { ca: edge.ca }),
  });
  return (asked, callback) => {
    connect(edge ? atEdge(asked, edge) : asked, (...result) => {
      const [error, socket] = result;
      if (error) return callback(error, null);
      const certificate = socket instanceof TLSSocket && socket.getPeerX509Certificate();
      if (certificate) seen(certificateOf(certificate));
      callback(null, socket);
    });
  };
}

/** The same host, as its name in the handshake says, wherever DNS would have it. */
function atEdge(asked: buildConnector.Options, edge: Edge): buildConnector.Options {
  const port = asked.protocol === "https:" ? edge.httpsPort : edge.httpPort;
  return {
    ...asked,
    ...{ hostname: "127.0.0.1", host: "127.0.0.1", port: String(port) },
    servername: asked.servername ?? asked.hostname,
  };
}

function certificateOf({ validTo, subjectAltName = "" }: X509Certificate): PeerCertificate {
  const names = [...subjectAltName.matchAll(/(?:^|, )DNS:([^",]+)/g)];
  return { validTo: new Date(validTo), hosts: names.flatMap(([, host]) => host ?? []) };
}

function valuesOf({ headers }: Dispatcher.ResponseData): Answer["headers"] {
  const values = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    value === undefined ? [] : [value].flat(),
  ]);
  return Object.fromEntries(values) as Answer["headers"];
}

function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return [code, name].find((it) => typeof it === "string") ?? "UNKNOWN";
}

/** In this order: the first that fits. */
const reasons: readonly (readonly [RegExp, UnreachableReason])[] = [
  [/^(ENOTFOUND|EAI_.*)$/, "no such host"],
  [/TIMEOUT|TIMEDOUT|ABORTED/, "not in time"],
  [/^(ECONN.*|EHOST.*|ENET.*|EPIPE|EADDR.*)$/, "no connection"],
  [/^(HPE_|UND_ERR_|ERR_STREAM|ERR_SSL)|^UNKNOWN$/, "broken answer"],
  [/CERT|SIGNATURE|ISSUER|TLS|CRL|CHAIN|CA$/, "certificate"],
];

function unreachable(url: string, code: string): Unreachable {
  const reason = reasons.find(([pattern]) => pattern.test(code))?.[1] ?? "broken answer";
  return new Unreachable(url, reason, code);
}

/** A query may carry what nobody else should read. */
function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, "");
}
