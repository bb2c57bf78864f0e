import { type EdgeAnswer, type EdgeRequest, json } from "../routing/request";

export type Handler<Context> = (request: EdgeRequest, context: Context) => EdgeAnswer;

/** Refuses a request without a bearer token. A sandbox keeps no accounts, so that it takes any. */
export function withToken<C>(then: Handler<C>): Handler<C> {
  return (request, context) =>
    /^Bearer \S+$/.test(request.headers["authorization"] ?? "")
      ? then(request, context)
      : json(401, { error: "Unauthorized" });
}

/** Refuses a body that is no JSON object with these fields as texts. */
export function withBody<C>(fields: readonly string[], then: Handler<C>): Handler<C> {
  return (request, context) => {
    const body = parse(request.body);
    const missing = fields.filter((field) => typeof body?.[field] !== "string");
    return missing.length === 0
      ? then(request, context)
      : json(400, { error: `missing: ${missing.join(", ")}` });
  };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
