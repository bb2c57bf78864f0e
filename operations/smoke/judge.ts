import { healthFindings } from "../../core/health-report";
import type { Answer, Unreachable } from "../reach";
import type { Check, Expectation, SmokeFinding } from "./check";
import { headerDifferences, headersFor } from "./headers";

const day = 86_400_000;
/** Chunks of one page that are asked for: a page that names more is no page of ours. */
const mostChunks = 60;

type Judge<Kind extends Expectation["kind"]> = (
  expects: Extract<Expectation, { kind: Kind }>,
  answer: Answer,
  now: Date,
) => SmokeFinding[];

/** What is wrong with an answer; empty when it is as declared. Pure. */
export function judge({ expects }: Check, answer: Answer, now: Date): SmokeFinding[] {
  const judged = judges[expects.kind] as Judge<Expectation["kind"]>;
  return judged(expects, answer, now);
}

/** What nobody's answering means for a check. */
export function judgeSilence({ reason, code }: Unreachable): SmokeFinding[] {
  const what = reason === "certificate" ? "certificate" : "connection";
  return [{ what, expected: "an answer of this host", served: `${reason} (${code})` }];
}

/** Checks that follow from a good answer: those of the files that a page names. */
export function further({ expects, host, url }: Check, { body }: Answer): Check[] {
  if (expects.kind !== "page") return [];
  return chunksIn(body, url).map((chunk) => ({
    ...{ name: `${host}${chunk}`, group: "chunks", host, url: new URL(chunk, url).href },
    question: {},
    expects: { kind: "chunk", headers: headersFor(chunk, expects.headers) },
  }));
}

// Requirement: UPT-08
/** Paths of the scripts that a page of Next.js loads from its own host, each once. */
export function chunksIn(html: string, url: string): string[] {
  const { origin } = new URL(url);
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"<>]+)"/gi)];
  const paths = named.flatMap(([, address = ""]) => {
    const found = URL.canParse(address, url) ? new URL(address, url) : undefined;
    const own =
      found?.origin === origin && /^\/_next\/static\/chunks\/.+\.js$/.test(found.pathname);
    return own ? [found.pathname] : [];
  });
  return [...new Set(paths)].slice(0, mostChunks);
}

const judges: { readonly [Kind in Expectation["kind"]]: Judge<Kind> } = {
  status: ({ statuses }, { status }) =>
    statuses.includes(status)
      ? []
      : [{ what: "status", expected: statusesText(statuses), served: String(status) }],

  redirect: (expects, answer) => [
    ...judges.status({ kind: "status", statuses: expects.statuses }, answer, new Date(0)),
    ...placeFindings(expects, answer),
  ],

  headers: ({ headers }, answer) => headerDifferences(headers, answer.headers),

  // Requirement: HDR-13
  certificate: ({ days }, { certificate }, now) => {
    const expected = `valid for ${days} days more`;
    const what = "certificate";
    if (!certificate) return [{ what, expected, served: "no certificate" }];
    const left = Math.floor((certificate.validTo.getTime() - now.getTime()) / day);
    if (left >= days) return [];
    const until = Number.isNaN(left) ? "an unreadable day" : `${left} days more`;
    return [{ what, expected, served: `valid for ${until}` }];
  },

  health: (_, answer, now) => {
    const found = healthFindings(answer, now).map((served) => ({
      ...{ what: "health report", expected: "healthy, with time and version", served },
    }));
    return [...judges.status({ kind: "status", statuses: [200] }, answer, now), ...found];
  },

  // Requirement: HDR-08
  cors: ({ origin, mayAsk }, { headers }) => {
    const allowed = headers["access-control-allow-origin"]?.join(", ");
    const withCredentials = headers["access-control-allow-credentials"]?.join() === "true";
    const open = allowed === "*" || allowed === origin;
    const served = allowed ?? "no such header";
    const what = "header Access-Control-Allow-Origin";
    if (open && withCredentials && (allowed === "*" || !mayAsk)) {
      const expected = "no answers with credentials for any origin";
      return [{ what, expected, served: `${served}, with credentials` }];
    }
    if (open === mayAsk) return [];
    return [{ what, expected: mayAsk ? origin : `nothing that lets ${origin}`, served }];
  },

  page: (_, answer, now) => judges.status({ kind: "status", statuses: [200] }, answer, now),

  chunk: ({ headers }, answer, now) => {
    const type = answer.headers["content-type"]?.join(", ") ?? "no such header";
    const script = /^(text|application)\/javascript\b/i.test(type);
    return [
      ...judges.status({ kind: "status", statuses: [200] }, answer, now),
      ...(script ? [] : [{ what: "header Content-Type", expected: "a script", served: type }]),
      ...headerDifferences(headers, answer.headers),
    ];
  },
};

function placeFindings(
  { host, path }: { host: string; path?: string },
  { headers, url }: Answer,
): SmokeFinding[] {
  const to = headers["location"]?.[0];
  const found = to !== undefined && URL.canParse(to, url) ? new URL(to, url) : undefined;
  const right =
    found?.protocol === "https:" &&
    found.hostname === host &&
    (path === undefined || found.pathname === path);
  if (right) return [];
  const expected = `https://${host}${path ?? ""}`;
  return [{ what: "header Location", expected, served: to ?? "no such header" }];
}

function statusesText(statuses: readonly number[]): string {
  const [first, last] = [Math.min(...statuses), Math.max(...statuses)];
  const whole = statuses.length > 4 && last - first === statuses.length - 1;
  return whole ? `${first} to ${last}` : statuses.join(" or ");
}
