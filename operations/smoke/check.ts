import type { Question } from "../reach";

/** What a check looks at, in the order in which reports list them. */
export const checkGroups = [
  "requests",
  "health",
  "headers",
  "https",
  "redirects",
  "certificates",
  "cors",
  "chunks",
  "authentication",
] as const;
export type CheckGroup = (typeof checkGroups)[number];

/** Stands for the test credential in what a check sends, and is filled in when it is sent. */
export const credentialPlace = "$CREDENTIAL";

/** Response headers of a path: what must be there as it is, and what must not be there. */
export interface DeclaredHeaders {
  /** Values by name, in any case. */
  set: Readonly<Record<string, string>>;
  /** Names, in any case. */
  absent: readonly string[];
}

/** What an answer has to be. */
export type Expectation =
  | { kind: "status"; statuses: readonly number[] }
  /** To another host, or to the same one by HTTPS. */
  | { kind: "redirect"; statuses: readonly number[]; host: string; path?: string }
  | { kind: "headers"; headers: DeclaredHeaders }
  /** Days that the certificate must still be valid. */
  | { kind: "certificate"; days: number }
  | { kind: "health" }
  /** What a browser is told for an origin: that it may, or nothing that lets it. */
  | { kind: "cors"; origin: string; mayAsk: boolean }
  /** A page that names its chunks; each is checked in its turn, with these headers. */
  | { kind: "page"; headers: readonly RoutedHeaders[] }
  | { kind: "chunk"; headers: DeclaredHeaders };

/** Headers that a routing rule gives to the paths it matches. */
export interface RoutedHeaders {
  source: string;
  syntax: "path-to-regexp" | "regex" | "equals";
  headers: DeclaredHeaders;
}

/** One question and what its answer has to be. Holds no credential, only where one belongs. */
export interface Check {
  /** What it proves, in a few words; no two of a run are the same. */
  name: string;
  group: CheckGroup;
  host: string;
  url: string;
  question: Omit<Question, "body">;
  /** Sent as JSON. */
  body?: unknown;
  /** Carries the test credential as a bearer token. */
  authenticated?: true;
  expects: Expectation;
}

/** One thing that is not as declared. */
export interface SmokeFinding {
  /** `header X-Frame-Options`, `status`. */
  what: string;
  expected: string;
  served: string;
}

/** Whether a check sends the credential. */
export function needsCredential({ authenticated, body }: Check): boolean {
  return (
    authenticated === true ||
    (body !== undefined && JSON.stringify(body).includes(JSON.stringify(credentialPlace)))
  );
}
