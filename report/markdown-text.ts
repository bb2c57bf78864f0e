const zeroWidth = "\u200B";
/** Control characters, and those that change the direction in which text is read (Unicode TR9). */
const hidden = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Anybody's text inside a paragraph or a table of Markdown: nothing in it is markup, and nobody is mentioned. */
export function markdownText(text: string, most = 300): string {
  return shortened(text, most)
    .replace(/[\\`*_{}[\]()#+!|~-]/g, "\\$&")
    .replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`)
    .replaceAll("@", `@${zeroWidth}`);
}

/** Anybody's text between tags of HTML, such as a summary: some read Markdown there, some do not, and all mention. */
export function htmlText(text: string, most = 300): string {
  return shortened(text, most)
    .replace(/[&<>[\]`*_~|\\]/g, (one) => `&#${one.charCodeAt(0)};`)
    .replaceAll("@", `@${zeroWidth}`);
}

/** Anybody's text as code: a name, a property. */
export function markdownCode(text: string, most = 120): string {
  const plain = shortened(text, most).replaceAll("`", "'").replaceAll("|", "\\|");
  return plain === "" ? "" : `\`${plain}\``;
}

function shortened(text: string, most: number): string {
  const plain = text.replace(/\s+/g, " ").replace(hidden, "\uFFFD").trim();
  const characters = [...plain];
  return characters.length <= most ? plain : `${characters.slice(0, most - 1).join("")}…`;
}
