import { gunzipSync } from "node:zlib";
import { senderOf } from "./authenticate.mjs";
import { toBatches } from "./batches.mjs";
import { BadRequest, fromService, fromVercel, parseBody } from "./lines.mjs";

/** How long secrets that were read are used, in ms. A rotated one holds after that. */
const secretsFor = 300_000;

/**
 * The function that answers requests, in the form of API Gateway's payload 2.0, which function URLs have too.
 *
 * `settings`: `groups` (log group by service), `drainService` and `environment` (what Vercel's lines belong to),
 * `maxBodyBytes`, `verification` (Vercel's code, sent with every answer). `world`: `readSecrets`, `put` and `now`.
 */
export function createHandler(settings, world) {
  let known;
  const secrets = async () => {
    const now = world.now();
    if (!known || now - known.since > secretsFor) {
      known = { since: now, value: world.readSecrets() };
      known.value.catch(() => (known = undefined));
    }
    return known.value;
  };
  return async (event) => {
    const answer = await answerTo(event, settings, { ...world, secrets });
    return withVerification(answer, settings.verification);
  };
}

async function answerTo(event, settings, world) {
  const method = event.requestContext?.http?.method ?? "GET";
  const body = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  // Vercel asks whether the address is ours before it sends anything; there is nothing to store, and nothing to tell.
  if (method === "GET" || method === "HEAD" || body.length === 0) return said(200, "ready");
  if (method !== "POST") return said(405, "POST only");
  if (body.length > settings.maxBodyBytes) {
    return said(413, `at most ${settings.maxBodyBytes} bytes`);
  }
  const sender = senderOf(event.headers ?? {}, body, await world.secrets());
  if (!sender) return said(401, "a signature of the drain or a bearer token is needed");
  const text = textOf(body, event.headers["content-encoding"], settings.maxBodyBytes);
  if (text === undefined) return said(400, `gzip of at most ${settings.maxBodyBytes} bytes`);
  const from = { sender, service: event.headers["x-log-service"] };
  return store(text, from, settings, world);
}

/** The signature is over what was sent, so that it is unpacked after; a small body may hide a huge one. */
function textOf(body, encoding, maxOutputLength) {
  if (encoding !== "gzip") return body.toString("utf8");
  try {
    return gunzipSync(body, { maxOutputLength }).toString("utf8");
  } catch {
    return undefined;
  }
}

/** Everything or nothing of a request that is wrong; what CloudWatch fails at is for the sender to send again. */
async function store(text, from, settings, world) {
  let lines;
  try {
    lines = linesOf(parseBody(text), from, settings, world.now());
  } catch (error) {
    if (error instanceof BadRequest) return said(400, error.message);
    throw error;
  }
  for (const [service, events] of byService(lines)) {
    for (const batch of toBatches(events)) await world.put(settings.groups[service], batch);
  }
  return said(200, `${lines.length} lines`);
}

function linesOf(entries, { sender, service }, { groups, drainService, environment }, now) {
  const services = Object.keys(groups);
  const seen = new Set();
  return entries.map((entry) =>
    sender === "vercel"
      ? fromVercel(entry, { service: drainService, environment, now, seen })
      : fromService(entry, { services, service, now }),
  );
}

function byService(lines) {
  const events = new Map();
  for (const { service, time, text } of lines) {
    if (!events.has(service)) events.set(service, []);
    events.get(service).push({ timestamp: time, message: text });
  }
  return events;
}

const said = (statusCode, message) => ({
  statusCode,
  headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  body: `${message}\n`,
});

function withVerification(answer, code) {
  return code ? { ...answer, headers: { ...answer.headers, "x-vercel-verify": code } } : answer;
}
