interface UnwaivableRow {
  rule: string;
  why: string;
}

/** Rules of which no waiver is taken, beside those about the profile. */
export const unwaivableRows: readonly UnwaivableRow[] = [
  {
    rule: "no-secret-outputs",
    why: "whoever may read the stack's outputs would read the secret, and no last day takes it back",
  },
  {
    rule: "public-variables-harmless",
    why: "a value that browsers are sent is known to everybody, and no last day takes it back",
  },
];

/** Every rule of which no waiver is taken, with the reason; the ids are those of rules about the profile. */
export function unwaivableOf(profileRules: readonly string[]): ReadonlyMap<string, string> {
  const why = "how a stack is judged cannot itself be waived";
  const rows = [...profileRules.map((rule) => ({ rule, why })), ...unwaivableRows];
  return new Map(rows.map((row) => [row.rule, row.why]));
}
