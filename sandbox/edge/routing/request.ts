/** A request as the edge sees it, after the connection is made. */
export interface EdgeRequest {
  method: string;
  /** Lower case, without a port. */
  host: string;
  path: string;
  /** With its question mark; empty where there is none. */
  query: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Address of who asks. */
  client: string;
}

/** What goes back. Names of headers are in lower case. */
export interface EdgeAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export function html(status: number, body: string): EdgeAnswer {
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body };
}

export function json(status: number, body: unknown): EdgeAnswer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(body),
  };
}

export function redirect(status: number, location: string): EdgeAnswer {
  const headers = { "content-type": "text/plain", location };
  return { status, headers, body: "Redirecting...\n" };
}

/** What stands for itself in HTML. */
export function escaped(text: string): string {
  const names: Record<string, string> = {
    "&": "amp",
    "<": "lt",
    ">": "gt",
    '"': "quot",
    "'": "#39",
  };
  return text.replace(/[&<>"']/g, (character) => `&${names[character]};`);
}
