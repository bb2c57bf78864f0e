import { createHash } from "node:crypto";

/**
 * What the page may do: show its own style, run its own script, draw its own icon. It asks nobody for anything, so it
 * is the same in an archive, and text that got past the escaping would still not run.
 */
export function contentPolicy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
