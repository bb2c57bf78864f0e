import { digest, type ErrorGroup, groupErrors, type NewError, untold } from "./groups.ts";
import { mailOf } from "./mail.ts";

/** What the notifier is told by its environment. */
export interface Settings {
  /** Address of the project's APIs. */
  url: string;
  serviceRoleKey: string;
  resendKey: string;
  from: string;
  to: string[];
  /** Hours in which the same error is not told again. */
  repeatHours: number;
  /** What stands first in the subject: `shop prod`. */
  about: string;
}

/** What was done, in numbers alone. */
export interface Outcome {
  /** Errors read. */
  read: number;
  groups: number;
  /** Groups that were mailed. */
  told: number;
}

type Ask = (url: string, init: RequestInit) => Promise<Response>;

/** As many as one run reads; the next run goes on. Their ids fit into one address. */
const batch = 500;
const columns = "id,occurred_at,service,environment,release,level,name,message,path";
const timeoutMs = 10_000;

/**
 * Reads what is new, mails the groups of which nobody was told lately, and marks all of it as read. The mail goes first,
 * so that an error is told twice rather than never; Resend sends the very same mail once, by its key.
 */
export async function notify(settings: Settings, ask: Ask, now: Date): Promise<Outcome> {
  const table = tableOf(settings, ask);
  const errors = (await table.get(
    `select=${columns}&handled_at=is.null&order=id&limit=${batch}`,
  )) as NewError[];
  if (errors.length === 0) return { read: 0, groups: 0, told: 0 };
  const groups = await groupErrors(errors);
  const fresh = untold(groups, await toldLately(groups, settings, { table, now }));
  if (fresh.length > 0) await send(fresh, settings, ask);
  const freshKeys = new Set(fresh.map(({ key }) => key));
  for (const { key, ids } of groups) {
    const at = now.toISOString();
    const mailed = freshKeys.has(key) ? { mailed_at: at } : {};
    await table.patch(`id=in.(${ids.join(",")})`, { group_key: key, handled_at: at, ...mailed });
  }
  return { read: errors.length, groups: groups.length, told: fresh.length };
}

/** Keys of groups that a mail spoke of within the last hours. */
async function toldLately(
  groups: readonly ErrorGroup[],
  { repeatHours }: Settings,
  { table, now }: { table: Table; now: Date },
): Promise<ReadonlySet<string>> {
  const since = new Date(now.getTime() - repeatHours * 3_600_000).toISOString();
  const keys = new Set<string>();
  // A key is 64 characters: few enough at a time that the address stays short.
  for (let at = 0; at < groups.length; at += 50) {
    const asked = groups.slice(at, at + 50).map(({ key }) => key);
    const query = `select=group_key&mailed_at=gte.${since}&group_key=in.(${asked.join(",")})`;
    const rows = (await table.get(query)) as { group_key: string }[];
    for (const { group_key } of rows) keys.add(group_key);
  }
  return keys;
}

async function send(groups: readonly ErrorGroup[], settings: Settings, ask: Ask): Promise<void> {
  const { from, to, about, resendKey } = settings;
  const ids = groups.map(({ key, ids }) => `${key} ${ids.join(",")}`).join("\n");
  await answered("Resend", ask, "https://api.resend.com/emails", {
    method: "POST",
    headers: {
      authorization: `Bearer ${resendKey}`,
      "content-type": "application/json",
      "idempotency-key": `error-notifier/${await digest(ids)}`,
    },
    body: JSON.stringify({ from, to, ...mailOf(groups, about) }),
  });
}

interface Table {
  get(query: string): Promise<unknown>;
  patch(query: string, values: object): Promise<void>;
}

/** The table by the Data API, as the service role. */
function tableOf({ url, serviceRoleKey }: Settings, ask: Ask): Table {
  const address = (query: string) => `${url}/rest/v1/error_events?${query}`;
  const headers = {
    apikey: serviceRoleKey,
    authorization: `Bearer ${serviceRoleKey}`,
    "content-type": "application/json",
  };
  return {
    get: async (query) => (await answered("the table", ask, address(query), { headers })).json(),
    patch: async (query, values) => {
      const body = JSON.stringify(values);
      const init = { method: "PATCH", headers: { ...headers, prefer: "return=minimal" }, body };
      await answered("the table", ask, address(query), init);
    },
  };
}

/** Neither the address nor the body of a refusal is told: both could hold somebody's data. */
async function answered(who: string, ask: Ask, url: string, init: RequestInit): Promise<Response> {
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await ask(url, { ...init, signal }).catch(() => undefined);
  if (!response) throw new Error(`${who} did not answer`);
  if (response.ok) return response;
  await response.body?.cancel();
  throw new Error(`${who} answered ${response.status}`);
}

/**
 * Whether a token is the service role's. Its signature was checked before the function ran, and the key that every browser
 * has passes that check too.
 */
export function isServiceRole(authorization: string | null): boolean {
  const [, payload = ""] = authorization?.replace(/^Bearer /, "").split(".") ?? [];
  try {
    const text = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
    return (JSON.parse(text) as { role?: unknown }).role === "service_role";
  } catch {
    return false;
  }
}
