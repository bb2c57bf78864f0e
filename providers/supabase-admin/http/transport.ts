import { setTimeout as pause } from "node:timers/promises";
import { ApiError, LostReply, Refusal } from "./errors";
import { redact } from "./redact";
import { canPass, limits, refusedUntouched, waitBefore } from "./retry";

export interface Call {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: unknown;
  /** How errors name the call: a path without credentials. */
  label: string;
  /** Doing it twice is doing it once. Default: true for all but POST. */
  repeatable?: boolean;
  /** Must never show in a message. */
  secrets: readonly string[];
}

/** The world outside, so that tests need neither network nor time. */
export interface Outside {
  fetch: typeof fetch;
  sleep: (milliseconds: number) => Promise<unknown>;
  now: () => number;
  random: () => number;
}

export const realOutside: Outside = {
  fetch: (...request) => fetch(...request),
  sleep: (milliseconds) => pause(milliseconds),
  now: Date.now,
  random: Math.random,
};

/** One try: an answer, or why there is none. */
type Try = { response: Response; text: string } | { lost: string };

/** JSON over HTTP that tries again where that is safe and can help. */
export class Transport {
  constructor(
    private readonly outside: Outside,
    private readonly timeoutMs: number,
  ) {}

  /**
   * The decoded body; undefined for an empty one. Throws `ApiError` for what the API refuses, and `LostReply` when a call
   * that must not be repeated may have been done.
   */
  async send(call: Call): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      const tried = await this.#try(call);
      if ("response" in tried && tried.response.ok) return decode(call, tried.text);
      const again = attempt < limits.attempts && mayRepeat(call, tried);
      if (!again) throw failure(call, tried);
      await this.#wait(call, tried, attempt);
    }
  }

  async #try(call: Call): Promise<Try> {
    try {
      const { fetch } = this.outside;
      const response = await fetch(call.url, {
        method: call.method,
        headers: { ...call.headers, accept: "application/json", ...contentType(call) },
        body: call.body === undefined ? null : JSON.stringify(call.body),
        redirect: "error",
        signal: AbortSignal.timeout(this.timeoutMs),
      });
      return { response, text: await response.text() };
    } catch (error) {
      return { lost: lossOf(error, this.timeoutMs) };
    }
  }

  async #wait(call: Call, tried: Try, attempt: number): Promise<void> {
    const { now, random, sleep } = this.outside;
    const asked = "response" in tried ? tried.response.headers.get("retry-after") : null;
    const wait = waitBefore(attempt, asked, { now: now(), random: random() });
    if (wait > limits.longestAsked) throw failure(call, tried);
    await sleep(wait);
  }
}

function contentType(call: Call): Record<string, string> {
  return call.body === undefined ? {} : { "content-type": "application/json" };
}

function mayRepeat(call: Call, tried: Try): boolean {
  const repeatable = call.repeatable ?? call.method !== "POST";
  if ("lost" in tried) return repeatable;
  const { status } = tried.response;
  return repeatable ? canPass(status) : refusedUntouched(status);
}

function failure(call: Call, tried: Try): Refusal {
  const label = `${call.method} ${call.label}`;
  if ("lost" in tried) return new LostReply(label, tried.lost);
  const { status } = tried.response;
  const reason = redact(reasonIn(tried.text), call.secrets);
  const done = call.method === "POST" && status >= 500 && !call.repeatable;
  return done ? new LostReply(label, `${status} ${reason}`) : apiError(label, tried, reason);
}

/** The Storage API says some of its statuses only in the body. */
function apiError(label: string, tried: { response: Response; text: string }, reason: string) {
  const inner = Number(objectIn(tried.text)["statusCode"]);
  const { status } = tried.response;
  return new ApiError(status === 400 && inner >= 400 ? inner : status, label, reason);
}

/** Only the field that APIs use for words: the rest of a body may hold anything. */
function reasonIn(text: string): string {
  const { message, error, msg } = objectIn(text);
  const words = [message, msg, error].find((word) => typeof word === "string" && word !== "");
  return (words as string | undefined) ?? "no reason given";
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const parsed = JSON.parse(text) as unknown;
    return typeof parsed === "object" && parsed ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function decode(call: Call, text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(
      `Supabase answered ${call.method} ${call.label} with something that is not JSON`,
    );
  }
}

/** The words of the runtime, never the request: an error's cause may carry it. */
function lossOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return "the connection failed";
  if (error.name === "TimeoutError") return `no answer within ${timeoutMs / 1000} s`;
  const { code } = (error.cause ?? {}) as { code?: unknown };
  return typeof code === "string" ? `the connection failed (${code})` : "the connection failed";
}
