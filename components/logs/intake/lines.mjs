import { mask } from "./mask.mjs";

/** Lines that one request may bring. */
export const mostLines = 10_000;

/** Bytes of one line. CloudWatch takes more today; this is what it has always taken. */
export const longestLine = 262_144 - 26;

/** What is wrong with a request, without a word of what it says. */
export class BadRequest extends Error {}

/** The objects of a body: a JSON list, one object, or one object a line. */
export function parseBody(text) {
  const whole = parsed(text);
  if (whole !== undefined) return objectsOf(Array.isArray(whole) ? whole : [whole]);
  return objectsOf(
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map(parsed),
  );
}

function objectsOf(items) {
  if (items.length > mostLines) throw new BadRequest(`more than ${mostLines} lines`);
  items.forEach((item, at) => {
    if (!isObject(item)) throw new BadRequest(`line ${at + 1} is no JSON object`);
  });
  return items;
}

/**
 * A line as it is kept, of a service that names itself in it, or in a header where it cannot: a drain of Supabase calls its
 * message `event_message`.
 */
export function fromService(entry, { services, service: named, now }) {
  const service = entry.service ?? named;
  if (typeof service !== "string" || !services.includes(service)) {
    throw new BadRequest(`service must be one of ${services.join(", ")}`);
  }
  const { event_message: message, ...line } = entry;
  return finished(message === undefined ? entry : { message, ...line }, service, now);
}

const levels = { warning: "warn", fatal: "error" };

/**
 * A line as it is kept, of a Vercel drain. What the app wrote as JSON comes first. A request has several lines, and
 * `seen` remembers which have had its status, so that it is counted once.
 * Source: https://vercel.com/docs/drains/reference/logs
 */
export function fromVercel(entry, { service, environment, now, seen }) {
  const { message, requestId } = entry;
  const proxy = isObject(entry.proxy) ? entry.proxy : {};
  const written = typeof message === "string" ? parsed(message) : undefined;
  const own = isObject(written) ? written : {};
  const status = own.status ?? proxy.statusCode ?? entry.statusCode;
  const counts = isStatus(status) && !seen.has(requestId);
  if (counts && requestId !== undefined) seen.add(requestId);
  const line = {
    timestamp: entry.timestamp,
    level: entry.level,
    environment: entry.environment === "preview" ? "preview" : environment,
    region: entry.executionRegion ?? proxy.region,
    message,
    requestId,
    method: proxy.method,
    path: proxy.path ?? entry.path,
    durationMs: reportedDuration(message),
    source: entry.source,
    deploymentId: entry.deploymentId,
    clientIp: proxy.clientIp,
    userAgent: proxy.userAgent,
    ...own,
    status: counts ? status : undefined,
  };
  return finished(line, service, now);
}

/** What a function's own report says: `Duration: 23.5 ms`. */
function reportedDuration(message) {
  const told = /\bDuration: (\d+(?:\.\d+)?) ms/.exec(typeof message === "string" ? message : "");
  return told ? Number(told[1]) : undefined;
}

/** -1 is Vercel's word for no answer at all. */
const isStatus = (status) => Number.isInteger(status) && status >= 100 && status <= 599;

/** Masked, with a level and a time that can be read, and short enough. */
function finished(line, service, now) {
  const time = timeOf(line.timestamp, now);
  const level = typeof line.level === "string" ? line.level.toLowerCase() : "info";
  const kept = mask({ ...line, service });
  const timestamp = new Date(time.said).toISOString();
  return {
    service,
    time: time.kept,
    text: fitting({ ...kept, timestamp, level: levels[level] ?? level }),
  };
}

const day = 86_400_000;

/**
 * When it was written, and under which time it is kept. CloudWatch refuses what is older than the group keeps and what
 * comes from the future; such a line is kept under the time of its arrival and still says its own.
 */
function timeOf(timestamp, now) {
  const read = typeof timestamp === "number" ? inMs(timestamp) : Date.parse(timestamp ?? "");
  const isReadable = Number.isFinite(read) && Math.abs(read) <= 8.64e15;
  const said = isReadable ? Math.trunc(read) : now;
  return { said, kept: said > now - day && said <= now ? said : now };
}

/** Supabase counts microseconds; as milliseconds they would be tens of thousands of years ahead. */
const inMs = (time) => (time > 1e14 && time < 1e17 ? time / 1000 : time);

/** Without what is too long: the text of a line is worth more when it is cut than when it is lost. */
function fitting(line) {
  const whole = JSON.stringify(line);
  if (Buffer.byteLength(whole) <= longestLine) return whole;
  const cut = (text, most) => (typeof text === "string" ? text.slice(0, most) : undefined);
  const { timestamp, level, service, environment, region, status, event, requestId } = line;
  const short = {
    environment: cut(environment, 64),
    region: cut(region, 64),
    event: cut(event, 64),
  };
  const known = {
    timestamp,
    level: cut(level, 16),
    service,
    status: isStatus(status) ? status : undefined,
  };
  const said = { requestId: cut(requestId, 128), message: cut(line.message, 16_384) };
  return JSON.stringify({
    ...known,
    ...short,
    ...said,
    stack: cut(line.stack, 16_384),
    truncated: true,
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
