/** Text without what XML 1.0 cannot hold, in any spelling (XML 1.0, 2.2): each such character reads as U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}
