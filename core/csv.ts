/** Spreadsheets take a text that begins like this for a formula, and run it (OWASP, CSV Injection). */
const formula = /^[=+\-@\t\r]/;

/** Text as a cell by RFC 4180; what a spreadsheet would calculate gets an apostrophe before it. */
export function csvText(value: string): string {
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
