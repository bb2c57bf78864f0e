const marks = new RegExp(String.raw`\u001b\[[0-9;]*m|<\{%[^%]*%\}>`, "g");

/** An engine's text without colours, which it marks as `<{%fg 1%}>` or as escape sequences, also when told not to. */
export function withoutColours(text: string): string {
  return text.replace(marks, "").trim();
}
