/**
 * Whether a name matches a pattern as GitHub reads it, which is Ruby's fnmatch with FNM_PATHNAME: `*` and `?` stop at
 * a slash, `**` before a slash crosses any number of folders, `[a-c]` and `[!a-c]` are one character.
 */
export function matchesRef(pattern: string, name: string): boolean {
  const parts = pattern.split(/(\*\*\/|\*+|\?|\[!?[^\]]+\])/);
  const source = parts.map((part, at) => (at % 2 === 0 ? literal(part) : special(part))).join("");
  try {
    return new RegExp(`^${source}$`, "s").test(name);
  } catch {
    return false; // a range such as [z-a], which holds no character
  }
}

const special = (part: string): string => {
  if (part === "**/") return "(?:.*/)?";
  if (part.startsWith("*")) return "[^/]*";
  if (part === "?") return "[^/]";
  const negated = part.startsWith("[!");
  return `[${negated ? "^" : ""}${part.slice(negated ? 2 : 1, -1).replace(/[\\^[]/g, "\\$&")}]`;
};

const literal = (part: string): string => part.replace(/[.+?^${}()|[\]\\*]/g, "\\$&");
