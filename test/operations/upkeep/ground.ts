import type { Answer, Question, Reach } from "../../../operations/reach";
import { Unreachable } from "../../../operations/reach";
import type { UpkeepGround } from "../../../operations/upkeep/ground";

/** Answers by the beginning of the address; whatever no row answers has no host. */
export function reachThat(
  rows: Readonly<Record<string, Partial<Answer>>>,
  asked: [string, Question | undefined][] = [],
): Reach {
  return {
    ask(url, question) {
      asked.push([`${question?.method ?? "GET"} ${url}`, question]);
      const row = Object.entries(rows).find(([begin]) => url.startsWith(begin));
      if (!row) return Promise.reject(new Unreachable(url, "no such host", "ENOTFOUND"));
      return Promise.resolve({
        ...{ status: 200, headers: {}, body: "", url, milliseconds: 12 },
        ...row[1],
      });
    },
  };
}

/** A ground on which nothing can be asked, but for what is given. */
export function upkeepGround(over: Partial<UpkeepGround> = {}): UpkeepGround {
  const reach = reachThat({});
  return {
    ...{ stack: "prod", sandbox: false, dryRun: false, now: new Date("2026-11-22T07:10:00Z") },
    ...{ health: [], reach, env: {}, sql: { missing: "set DATABASE_URL" } },
    hosting: { project: "shop", team: "velocity" },
    vercel: { baseUrl: "https://api.example", reach, token: undefined },
    ...{ repository: undefined, windows: [], queries: [], records: [] },
    confirm: () => Promise.resolve(),
    program: (name) => Promise.resolve({ missing: `${name} is not on this machine` }),
    ...over,
  };
}
