import { vi } from "vitest";
import { scan } from "@mdn/mdn-http-observatory/src/scanner/index.js";
import { Requests } from "@mdn/mdn-http-observatory/src/types.js";

/*
 * The grade that MDN's HTTP Observatory gives a site, from its own analyzers and grader. Its way to the network is
 * taken out: it gets the answers of a site that need not exist, and no list of preloaded hosts, which its package
 * fetches when it is installed. A site therefore never passes for preloaded.
 */

const site = vi.hoisted((): { answers?: object } => ({}));
vi.mock("@mdn/mdn-http-observatory/src/retriever/retriever.js", () => ({
  retrieve: () => site.answers,
}));
vi.mock("@mdn/mdn-http-observatory/src/analyzer/hsts.js", () => ({
  isHstsPreloaded: () => null,
}));

export interface Grade {
  grade: string;
  score: number;
  /** One line for each analyzer that takes points away or fails. */
  failing: string[];
}

/** A page whose scripts all come from its own host. */
const page = '<!doctype html><title>Page</title><script src="/app.js"></script>';

/**
 * Grades the front page of an HTTPS site that answers with these headers. Plain HTTP leads to HTTPS on the same host, as
 * Vercel does for every domain.
 */
export async function gradeOf(headers: Readonly<Record<string, string>>): Promise<Grade> {
  const host = "site.example";
  const [plain, secure] = [new URL(`http://${host}/`), new URL(`https://${host}/`)];
  const sent = { "content-type": "text/html; charset=utf-8", ...headers };
  const answer = {
    status: 200,
    verified: true,
    headers: Object.assign(new Map(Object.entries(sent)), sent),
    httpEquiv: new Map<string, string[]>(),
  };
  const requests = new Requests(host);
  requests.session = { url: secure };
  requests.resources.path = page;
  Object.assign(requests.responses, {
    auto: answer,
    https: answer,
    http: answer,
    cors: answer,
    httpRedirects: [
      { url: plain, status: 308 },
      { url: secure, status: 200 },
    ],
  });
  site.answers = requests;
  const { scan: result, tests } = await scan(host);
  const failing = Object.values(tests)
    .filter(({ pass, scoreModifier }) => !pass || (scoreModifier ?? 0) < 0)
    .map(({ result: outcome, scoreDescription }) => `${outcome}: ${words(scoreDescription)}`);
  return { grade: result.grade, score: result.score, failing };
}

/** A description as plain text. */
function words(html: string | null): string {
  return (html ?? "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
