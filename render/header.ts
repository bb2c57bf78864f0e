import type { RenderTarget } from "./service";

/** How the first line of every rendered file begins. */
export const renderedStart = "# Rendered by groundwork from ";

/** The same where the file is SQL. */
export const renderedSqlStart = "-- Rendered by groundwork from ";

/** The same where the file is TypeScript. */
export const renderedScriptStart = "// Rendered by groundwork from ";

/** The same where the file is JSON. */
const renderedJsonStart = '{\n  "about": "Rendered by groundwork from ';

/** First line of every rendered file: whose it is, and where to change it. */
export function headerLine({ stack, service }: RenderTarget): string {
  return `${renderedStart}Pulumi.${stack}.yaml, groundwork:services.${service}. Change it there, then: npx groundwork render ${stack}`;
}

/** The same of a file for the previews that a service runs. */
export function previewHeader({ stack, service }: RenderTarget): string {
  return `${renderedStart}Pulumi.${stack}.yaml, groundwork:services.${service}.previews. Change it there, then: npx groundwork render ${stack}`;
}

/** Whether a file was written by us, so that it may be written again. JSON, which has no comments, says so in its first key. */
export function isRendered(text: string): boolean {
  const starts = [renderedStart, renderedSqlStart, renderedScriptStart];
  return starts.some((it) => text.startsWith(it)) || text.startsWith(renderedJsonStart);
}

/** First line of a file for a host of sites, which may hold services too. */
export function hostingHeader(stack: string): string {
  return `${renderedStart}Pulumi.${stack}.yaml. Change it there, then: npx groundwork render ${stack}`;
}
