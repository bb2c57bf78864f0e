/** A file and the rows that its markers name. */
export interface MarkedFile {
  /** From the project's folder, with `/`. */
  file: string;
  rows: string[];
}

/** `Requirement: HOST-01, HDR-03`, in a comment. One can be found with grep. */
const marker = /\bRequirement: ([A-Z]+-\d{2}(?:, [A-Z]+-\d{2})*)/g;

/** The rows that a file's markers name, each once, sorted. */
export function rowsMarkedIn(text: string): string[] {
  const named = [...text.matchAll(marker)].flatMap(([, rows = ""]) => rows.split(", "));
  return [...new Set(named)].sort();
}

export function isTest(file: string): boolean {
  return file.startsWith("test/");
}
