/** Statements after which data is gone, by how they begin. What a statement puts together as it runs cannot be read. */
const losing: readonly RegExp[] = [
  /^drop\s+(table|schema|database|owned)\b/i,
  /^truncate\b/i,
  /^delete\s+from\b/i,
  /^execute\b/i,
  /^alter\s+table\b.*\bdrop\s+(?!constraint\b|default\b|not\b|identity\b|expression\b)/i,
];

/** Between statements, those of a block of PL/pgSQL too. */
const between = /;|\b(?:begin|then|else|loop)\b/i;

/** Statements of a script that lose data, each on one line. Reads past comments and texts. */
export function lossesIn(sql: string): string[] {
  return statementsIn(sql).filter((statement) => losing.some((pattern) => pattern.test(statement)));
}

/** Statements of a script, each on one line and without its texts; those of blocks that run at once too. */
export function statementsIn(sql: string): string[] {
  return bare(sql)
    .split(between)
    .map((statement) => statement.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

/** Without comments, and with nothing in its texts: those are data. But the body of a `do` runs at once. */
export function bare(sql: string): string {
  const withBodies = sql.replace(
    /\bdo\s+(?:language\s+\w+\s+)?\$(\w*)\$([\s\S]*?)\$\1\$/gi,
    (_do, _tag, body: string) => `; ${body} ;`,
  );
  return withBodies.replace(
    /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$/g,
    (part) => (part.startsWith("'") || part.startsWith("$") ? "''" : " "),
  );
}
