import { Api } from "../../../providers/supabase-admin/api";
import { type Outside } from "../../../providers/supabase-admin/http/transport";
import { type Settings } from "../../../providers/supabase-admin/settings";

export const ref = "abcdefghijklmnopqrst";
export const token = "sbp_0123456789abcdef";
export const serviceKey = "service-role-key-of-the-test";

export interface Sent {
  method: string;
  /** Below the project, or below the Storage API. */
  path: string;
  body: unknown;
}

/** One answer: a status with a body, a lost connection, or both: what was done before the reply was lost. */
export type Reply =
  { status?: number; body?: unknown; headers?: Record<string, string> } | "lost" | "timeout";

export type Answers = (sent: Sent, count: number) => Reply;

/** The API without network or time: what is sent, what is waited for. */
export class FakeSupabase {
  readonly sent: Sent[] = [];
  readonly authorizations: string[] = [];
  readonly waits: number[] = [];
  readonly api: Api;
  now = Date.parse("2026-01-01T00:00:00Z");

  constructor(
    private readonly answers: Answers,
    settings: Partial<Settings> = {},
  ) {
    const outside: Outside = {
      fetch: (url, init) => this.#fetch(url as string, init ?? {}),
      sleep: (milliseconds) => {
        this.waits.push(milliseconds);
        this.now += milliseconds;
        return Promise.resolve();
      },
      now: () => this.now,
      random: () => 1,
    };
    this.api = new Api({ ...defaults, ...settings }, outside);
  }

  /** Method and path of every call that changes something. */
  get writes(): string[] {
    return this.sent.filter(({ method }) => method !== "GET").map(named);
  }

  get calls(): string[] {
    return this.sent.map(named);
  }

  #fetch(url: string, { method = "GET", body, headers }: RequestInit): Promise<Response> {
    const path = url.replace(/^.*\/v1(\/projects\/[a-z]+)?/, "");
    if (path.startsWith("/api-keys")) {
      return Promise.resolve(Response.json([{ name: "service_role", api_key: serviceKey }]));
    }
    const sent = { method, path, body: body ? (JSON.parse(body as string) as unknown) : undefined };
    this.sent.push(sent);
    this.authorizations.push((headers as Record<string, string>)["authorization"] ?? "");
    const reply = this.answers(sent, this.sent.length);
    if (reply === "timeout") return Promise.reject(new DOMException("slow", "TimeoutError"));
    if (reply === "lost") {
      const cause = Object.assign(new Error(token), { code: "ECONNRESET" });
      return Promise.reject(new TypeError("fetch failed", { cause }));
    }
    const { status = 200, headers: more } = reply;
    return Promise.resolve(Response.json(reply.body ?? {}, { status, headers: more ?? {} }));
  }
}

const defaults: Settings = {
  accessToken: token,
  endpoint: "https://api.test",
  storageEndpoint: "https://{ref}.test/storage/v1",
  timeoutMs: 30_000,
};

const named = ({ method, path }: Sent) => `${method} ${path}`;
