import pRetry from "p-retry";
import type { z } from "zod";
import { parseJson } from "../../core/json";
import { UserError } from "../../core/errors";
import { isPropertyMap } from "../../core/value";
import { type Answer, type Question, type Reach, Unreachable } from "../reach";

/** How a vendor's REST API is reached. */
export interface RestAccess {
  /** Without a slash at the end. */
  baseUrl: string;
  /** Sent as a bearer token; never in a message. */
  token: string;
  reach: Reach;
  /** Milliseconds before the second attempt; twice as long before each further one. @default 500 */
  backoffMs?: number;
}

export interface RestCall {
  method: NonNullable<Question["method"]>;
  path: string;
  query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: unknown;
}

/** A vendor did not do what it was asked. Says who, what and with which status; no body of theirs, which may hold anything. */
export class VendorRefusal extends UserError {
  constructor(
    vendor: string,
    { method, path }: RestCall,
    /** HTTP status, or what was wrong in other words. */
    readonly answered: number | string,
    fix: string | undefined,
  ) {
    const found = `${vendor} answered ${answered} to ${method} ${path}`;
    super([{ where: {}, found, ...(fix && { fix }) }], 2);
  }
}

/** Attempts of one call. */
const attempts = 5;
/** Statuses after which the same call may go well: not now, or not in time. */
const passing = (status: number) => status === 408 || status === 429 || status >= 500;

class TryAgain extends Error {
  constructor(readonly refusal: VendorRefusal) {
    super("try again");
  }
}

/** Calls a vendor, and reads its answer by a schema. Every call of ours can be repeated: it names what it wants to be. */
export async function restCall<T>(
  vendor: string,
  access: RestAccess,
  call: RestCall,
  schema: z.ZodType<T>,
): Promise<T> {
  const limits = {
    ...{ retries: attempts - 1, minTimeout: access.backoffMs ?? 500, factor: 2 },
    shouldRetry: ({ error }: { error: Error }) => error instanceof TryAgain,
  };
  try {
    return await pRetry(() => once(vendor, access, call, schema), limits);
  } catch (error) {
    throw error instanceof TryAgain ? error.refusal : error;
  }
}

async function once<T>(
  vendor: string,
  access: RestAccess,
  call: RestCall,
  schema: z.ZodType<T>,
): Promise<T> {
  const refused = (answered: number | string, fix?: string) =>
    new VendorRefusal(vendor, call, answered, fix);
  const { status, body } = await sent(access, call).catch((error: unknown) => {
    if (error instanceof Unreachable) {
      throw new TryAgain(refused(`nothing (${error.reason}, ${error.code})`));
    }
    throw error;
  });
  if (passing(status)) throw new TryAgain(refused(status, "try again later"));
  if (status < 200 || status > 299) throw refused(`${status}${codeIn(body)}`, fixes[status]);
  const read = schema.safeParse(body.trim() === "" ? {} : parseJson(body));
  if (read.success) return read.data;
  const where = read.error.issues.map(({ path }) => path.join(".") || "the answer").join(", ");
  throw refused(`${status} with a body of another form (${where})`);
}

function sent({ baseUrl, token, reach }: RestAccess, call: RestCall): Promise<Answer> {
  const { method, path, query, body } = call;
  const asked = new URLSearchParams(query).toString();
  const search = asked === "" ? "" : `?${asked}`;
  const headers = {
    ...{ authorization: `Bearer ${token}`, accept: "application/json" },
    ...(body !== undefined && { "content-type": "application/json" }),
  };
  return reach.ask(`${baseUrl}${path}${search}`, {
    ...{ method, headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const fixes: Readonly<Record<number, string>> = {
  401: "give a token that is valid",
  403: "give a token that may do this",
  404: "see whether an update has made it, and whether the token is of the account or team that has it",
};

/** The vendor's own word for it, where it gives one: ` not_found`. */
function codeIn(body: string): string {
  const answer = parseJson(body);
  const error = isPropertyMap(answer) ? answer["error"] : undefined;
  const code = isPropertyMap(error) ? error["code"] : undefined;
  return typeof code === "string" && /^[a-z_]{1,40}$/i.test(code) ? ` ${code}` : "";
}
