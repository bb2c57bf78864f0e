const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * What is not seen, or changes how the text around it is read: control characters but tab and line feed, marks of
 * direction (Unicode TR9), separators and spaces without width, lone surrogates. The joiner inside emoji stays.
 */
const hidden =
  /(?![\t\n])[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF\p{Surrogate}]/gu;

/** Anybody's text with a visible sign in place of what cannot be seen. */
export function shown(text: string): string {
  return text.replace(hidden, (one) => {
    const code = one.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code >= 0xd800 && code <= 0xdfff) return "\uFFFD";
    return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
  });
}

/** For elements and quoted attributes. Nothing but text and numbers has a place in a page. */
export function escapeHtml(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") throw new TypeError(`no text for the page: ${typeof value}`);
  return shown(value).replace(/[&<>"']/g, (one) => entities[one] ?? one);
}

/** Characters of a text that is cut which can still be read by pointing at it. */
const pointedAt = 1000;

/** Text of at most so many characters, never cut within one. */
export function clipped(text: string, most: number): string {
  // Characters take one or two code units: most texts need not be taken apart.
  if (text.length <= most) return text;
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}

/** Markup of anybody's text: its direction ends with it, and what is too long is cut, with more of it to point at. */
export function textMarkup(text: string, most = 160): string {
  const short = clipped(text, most);
  const title = short === text ? "" : ` title="${escapeHtml(clipped(text, pointedAt))}"`;
  return `<bdi${title}>${escapeHtml(short)}</bdi>`;
}

/** Markup of a link to another page, where the address is one of the web; of text alone otherwise. */
export function linkMarkup(text: string, url: string | undefined): string {
  const label = textMarkup(text);
  if (url === undefined || !isWebAddress(url)) return label;
  return `<a href="${escapeHtml(url)}" rel="noreferrer noopener">${label}</a>`;
}

function isWebAddress(url: string): boolean {
  if (!/^https?:\/\/[!-~]{1,2000}$/.test(url)) return false;
  return URL.canParse(url);
}
