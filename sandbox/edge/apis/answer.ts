/** A call of a vendor's REST API. */
export interface ApiCall {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Readonly<Record<string, unknown>>;
}

/** A vendor's answer. */
export interface ApiAnswer {
  status: number;
  body?: unknown;
}

/** One endpoint of a vendor. */
export interface Endpoint<Context> {
  method: "GET" | "POST";
  /** Its groups are the open parts of the path. */
  path: RegExp;
  answer: (call: ApiCall, context: Context, parts: readonly string[]) => ApiAnswer;
}

/** The first endpoint that a call is for, carried out; undefined when there is none. */
export function dispatched<C>(
  endpoints: readonly Endpoint<C>[],
  call: ApiCall,
  context: C,
): ApiAnswer | undefined {
  for (const { method, path, answer } of endpoints) {
    const parts = call.method === method ? path.exec(call.path) : null;
    if (parts) return answer(call, context, parts.slice(1).map(decodeURIComponent));
  }
  return undefined;
}
