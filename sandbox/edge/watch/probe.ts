import { request as askPlain } from "node:http";
import { request as askSecure } from "node:https";
import { text } from "node:stream/consumers";
import { type HealthCheck } from "../estate/watching";
import { addressHeader } from "../server";

/** Where every host is. */
export interface Ports {
  https: number;
  http: number;
}

/** As long as Route 53 waits for a connection and for the answer, together. */
const timeoutMs = 6_000;
/** Bytes of the body in which Route 53 looks for its text. */
const searched = 5_120;

/**
 * Asks a host once as a checker of Route 53 does: by the name of the host in the TLS handshake, without looking at the
 * certificate and without following redirects. Answers whether all is well: a status from 200 to 399, and the text where one is looked for.
 */
export async function probe(check: HealthCheck, ports: Ports, checker: number): Promise<boolean> {
  const isSecure = check.type.startsWith("HTTPS");
  const options = {
    host: "127.0.0.1",
    port: isSecure ? ports.https : ports.http,
    path: check.path.startsWith("/") ? check.path : `/${check.path}`,
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      host: check.host,
      "user-agent": "Amazon-Route53-Health-Check-Service",
      // One of the addresses that AWS lists for its checkers.
      "x-forwarded-for": `15.177.0.${checker % 256}`,
      ...(check.ipAddress !== undefined && { [addressHeader]: check.ipAddress }),
    },
  };
  try {
    const { status, body } = await new Promise<{ status: number; body: string }>(
      (resolve, reject) => {
        const request = isSecure
          ? askSecure({ ...options, servername: check.host, rejectUnauthorized: false })
          : askPlain(options);
        request.once("error", reject);
        request.once("response", (response) => {
          const status = response.statusCode ?? 0;
          text(response).then((body) => resolve({ status, body }), reject);
        });
        request.end();
      },
    );
    const isFound =
      !check.type.endsWith("_STR_MATCH") ||
      body.slice(0, searched).includes(check.searchString ?? "");
    return status >= 200 && status < 400 && isFound;
  } catch {
    return false;
  }
}
