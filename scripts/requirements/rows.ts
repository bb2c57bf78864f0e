import { isTest, type MarkedFile } from "./markers";

export interface Row {
  id: string;
  /** What is asked, in a few words. */
  title: string;
  /** Why no code and no test carries its marker. */
  reason?: string;
  /** What a reader has to know beside the files. */
  note?: string;
}

export interface Section {
  title: string;
  rows: Row[];
}

/** A row with the files whose markers name it. */
export interface TracedRow extends Row {
  code: string[];
  tests: string[];
}

/** The files of each row, in the order of the list. */
export function traced(rows: readonly Row[], files: readonly MarkedFile[]): TracedRow[] {
  return rows.map((row) => {
    const carriers = files.filter((it) => it.rows.includes(row.id)).map(({ file }) => file);
    const tests = carriers.filter(isTest);
    return { ...row, tests, code: carriers.filter((file) => !isTest(file)) };
  });
}

/** What is wrong between list and markers, one sentence each. */
export function traceProblems(
  sections: readonly Section[],
  files: readonly MarkedFile[],
): string[] {
  const rows = sections.flatMap((section) => section.rows);
  const ids = rows.map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  const unknown = files.flatMap(({ file, rows: named }) =>
    named.filter((id) => !ids.includes(id)).map((id) => `${file}: no row is called ${id}`),
  );
  return [
    ...twice.map((id) => `${id} is listed twice`),
    ...unknown,
    ...traced(rows, files).flatMap(rowProblems),
  ];
}

function rowProblems({ id, reason, code, tests }: TracedRow): string[] {
  const isMarked = code.length + tests.length > 0;
  if (!isMarked && !reason) return [`${id} has neither a marker nor a reason why not`];
  if (isMarked && reason) return [`${id} has a marker, so its reason why not is out of date`];
  if (isMarked && tests.length === 0) return [`${id} has no test that carries its marker`];
  return [];
}
