/**
 * Something that the stack file asks for and that the vendor it names cannot do. It stands among the inputs of the
 * component, so that a rule makes it a finding: what is asked for and does not happen is never silence.
 */
export interface Gap {
  /** Kebab-case id of what is missing: `rolling-release`. */
  capability: string;
  /** Path in the stack file below `groundwork:hosting` or `groundwork:services.<name>`. */
  arg: string;
  /** What is asked for, in words or as written. Never a secret's value. */
  asked: string;
  /** What happens instead. */
  instead: string;
  /** What a person can do about it. */
  workaround: string;
}
