/** What we use of MDN's HTTP Observatory, whose package has no types. */
declare module "@mdn/mdn-http-observatory/src/scanner/index.js" {
  interface Output {
    pass: boolean;
    result: string | null;
    scoreModifier: number | null;
    scoreDescription: string | null;
  }
  export function scan(hostname: string): Promise<{
    scan: { grade: string; score: number };
    tests: Record<string, Output>;
  }>;
}

declare module "@mdn/mdn-http-observatory/src/types.js" {
  export class Requests {
    constructor(hostname: string);
    session: { url: URL } | null;
    resources: { path: string | null };
    responses: Record<string, unknown>;
  }
}
