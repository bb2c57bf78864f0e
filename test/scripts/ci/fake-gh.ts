import type { Gh } from "../../../scripts/ci/gh";

export interface Call {
  method: string;
  path: string;
  body?: object;
}

/** Answers every question with `pages` and keeps what it was told to do. */
export function fakeGh(answer: readonly object[]): Gh & { calls: Call[] } {
  const calls: Call[] = [];
  return {
    calls,
    api(method, path, body) {
      if (method === "GET") return answer;
      calls.push({ method, path, ...(body && { body }) });
      return {};
    },
  };
}

export const bot = { type: "Bot" };
export const person = { type: "User" };
