import type { RenderTarget } from "./service";

const start = "# Rendered by groundwork from ";

/** First line of every rendered file: whose it is, and where to change it. */
export function headerLine({ stack, service }: RenderTarget): string {
  return `${start}Pulumi.${stack}.yaml, groundwork:services.${service}. Change it there, then: npx groundwork render ${stack}`;
}

/** Whether a file was written by us, so that it may be written again. */
export function isRendered(text: string): boolean {
  return text.startsWith(start);
}
