import { UserError } from "../../../core/errors";
import type { Fetch } from "./adapter";

/** Milliseconds that a vendor may take. */
const patience = 15_000;

export interface Asked {
  fetch: Fetch;
  /** Whom, for words: `Supabase`. */
  vendor: string;
  base: string;
  /** With its query. */
  path: string;
  /** Name of the variable, which is told, and its value, which never is. */
  token: { variable: string; value: string };
}

/** The text of the vendor's answer. What failed is told by status or kind; never by what was answered or sent. */
export async function ask({ fetch, vendor, base, path, token }: Asked): Promise<string> {
  const where = { path: `${vendor} GET ${path.split("?")[0]}` };
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${base}${path}`, {
      headers: { authorization: `Bearer ${token.value}` },
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    text = await response.text();
  } catch (error) {
    throw new UserError(
      [
        {
          where,
          found: kindOf(error),
          allowed: `an answer within ${patience / 1000} seconds`,
          fix: `try again later, or unset ${token.variable} to do without`,
        },
      ],
      2,
    );
  }
  if (response.ok) return text;
  throw new UserError(
    [
      {
        where,
        found: `HTTP ${response.status}`,
        allowed: "200",
        fix: fixOf(response.status, token.variable),
      },
    ],
    2,
  );
}

/** An answer that is not what the vendor documents. */
export function unreadable({ vendor, path, token }: Omit<Asked, "fetch">, allowed: string) {
  const where = { path: `${vendor} GET ${path.split("?")[0]}` };
  const fix = `update Groundwork, or unset ${token.variable} to do without`;
  return new UserError([{ where, found: "an answer of another form", allowed, fix }], 2);
}

function fixOf(status: number, variable: string): string {
  if (status === 401 || status === 403) {
    return `give ${variable} the value of a token that may read billing, or unset it`;
  }
  return `try again later, or unset ${variable} to do without`;
}

function kindOf(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return "no answer in time";
  const { cause } = error as { cause?: { code?: unknown } };
  return typeof cause?.code === "string" ? `no answer (${cause.code})` : "no answer";
}
