import type { Problem } from "../../core/errors";

/** A host as people copy it from a browser is none. */
export function hostProblems(path: string, host: string): Problem[] {
  if (!/[/:\s]/.test(host)) return [];
  return [
    {
      where: { path },
      found: host,
      allowed: "a bare host name such as app.example.com",
      fix: "leave out the scheme, the port and the path",
    },
  ];
}
