import { Refusal } from "./http/errors";
import { type Call, type Outside, Transport } from "./http/transport";
import { type Settings } from "./settings";

type Body = Readonly<Record<string, unknown>>;
type Request = Pick<Call, "method" | "body" | "repeatable">;

interface ProjectKey {
  name?: string;
  type?: string;
  api_key?: string | null;
}

/** Supabase's Management API, and the Storage API of its projects. Answers are as the API sends them. */
export class Api {
  readonly #transport: Transport;
  readonly #keys = new Map<string, Promise<string>>();

  constructor(
    private readonly settings: Settings,
    readonly outside: Outside,
  ) {
    this.#transport = new Transport(outside, settings.timeoutMs);
  }

  /** A call below `/v1/projects/{ref}`. Throws `ApiError`, or `LostReply` where it may have been done. */
  project(ref: string, path: string, request: Request): Promise<unknown> {
    const token = this.#token();
    return this.#transport.send({
      ...request,
      url: `${this.settings.endpoint}/v1/projects/${encodeURIComponent(ref)}${path}`,
      headers: { authorization: `Bearer ${token}` },
      label: `/v1/projects/${ref}${path.split("?")[0]}`,
      secrets: [token],
    });
  }

  get<T>(ref: string, path: string): Promise<T> {
    return this.project(ref, path, { method: "GET" }) as Promise<T>;
  }

  patch(ref: string, path: string, body: Body): Promise<unknown> {
    return this.project(ref, path, { method: "PATCH", body });
  }

  /** Runs SQL as the project's owner. Everything sent must be safe to run twice. */
  async sql<Row>(ref: string, query: string): Promise<Row[]> {
    const request = { method: "POST", body: { query }, repeatable: true } as const;
    return ((await this.project(ref, "/database/query", request)) ?? []) as Row[];
  }

  /** A call to the project's Storage API, as its service role. */
  async storage(ref: string, path: string, request: Request): Promise<unknown> {
    const key = await this.#serviceKey(ref);
    return this.#transport.send({
      ...request,
      url: `${this.settings.storageEndpoint.replace("{ref}", encodeURIComponent(ref))}${path}`,
      headers: { authorization: `Bearer ${key}`, apikey: key },
      label: `/storage/v1${path} of ${ref}`,
      secrets: [key, this.#token()],
    });
  }

  #token(): string {
    const { accessToken } = this.settings;
    if (accessToken) return accessToken;
    throw new Refusal(
      "no Supabase access token; run `pulumi config set --secret supabase-admin:accessToken`, or set SUPABASE_ACCESS_TOKEN",
    );
  }

  /** Asked for once a project, kept in memory alone: no state ever holds it. */
  #serviceKey(ref: string): Promise<string> {
    const known = this.#keys.get(ref) ?? this.#askServiceKey(ref);
    this.#keys.set(ref, known);
    known.catch(() => this.#keys.delete(ref));
    return known;
  }

  async #askServiceKey(ref: string): Promise<string> {
    const keys = await this.get<ProjectKey[]>(ref, "/api-keys?reveal=true");
    const named = keys.find(({ name }) => name === "service_role");
    const key = named?.api_key ?? keys.find(({ type }) => type === "secret")?.api_key;
    if (key) return key;
    throw new Refusal(`project ${ref} has no service-role or secret key to reach its storage with`);
  }
}
