/** What a condition of a step may ask for. */
export interface Circumstances {
  /** Whether a step before this one failed, and was not let off. */
  failed: boolean;
  inputs: Readonly<Record<string, string | boolean>>;
  /** What became of the steps so far, by id. */
  steps: Readonly<Record<string, { outcome: string }>>;
}

type Value = string | boolean;

/** Functions that look at how the job goes. A condition without one holds only where nothing failed. */
const statusFunctions: Readonly<Record<string, (now: Circumstances) => boolean>> = {
  success: ({ failed }) => !failed,
  failure: ({ failed }) => failed,
  always: () => true,
  // Whoever cancels a run on this machine ends the process.
  cancelled: () => false,
};

/**
 * Whether a step runs: GitHub's expression language, as far as the pipeline speaks it. Anything else throws, since a
 * condition that is misread would run what must not run.
 * https://docs.github.com/actions/reference/workflows-and-actions/expressions
 */
export function holds(condition: string | undefined, now: Circumstances): boolean {
  if (condition === undefined) return !now.failed;
  const text = inner(condition);
  const tokens = tokensOf(text);
  const asksForStatus = tokens.some((token) => Object.hasOwn(statusFunctions, token));
  return (asksForStatus || !now.failed) && isTrue(new Reader(tokens, now, text).whole());
}

/** Fills `${{ inputs.name }}` in. Undefined where the text asks for something that this machine does not have. */
export function fill(text: string, inputs: Circumstances["inputs"]): string | undefined {
  let known = true;
  const filled = text.replace(/\$\{\{\s*(.+?)\s*\}\}/g, (_, expression: string) => {
    const value = inputs[/^inputs\.([\w-]+)$/.exec(expression)?.[1] ?? ""];
    known &&= value !== undefined;
    return String(value ?? "");
  });
  return known ? filled : undefined;
}

function inner(condition: string): string {
  return /^\$\{\{(.*)\}\}$/s.exec(condition.trim())?.[1]?.trim() ?? condition.trim();
}

const token = /\s*(&&|\|\||==|!=|!|\(|\)|'(?:[^']|'')*'|[A-Za-z_][\w.-]*)/y;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const [, found] = token.exec(text) ?? [];
    if (found === undefined) throw new Error(`the pipeline cannot read the condition: ${text}`);
    tokens.push(found);
  }
  return tokens;
}

/** One condition, read from left to right: `||` binds least, then `&&`, then a comparison, then `!`. */
class Reader {
  private at = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly now: Circumstances,
    private readonly text: string,
  ) {}

  whole(): Value {
    const value = this.either();
    if (this.at < this.tokens.length) throw this.unreadable();
    return value;
  }

  private either(): Value {
    let value = this.both();
    while (this.take("||")) {
      const other = this.both();
      value = isTrue(value) ? value : other;
    }
    return value;
  }

  private both(): Value {
    let value = this.comparison();
    while (this.take("&&")) {
      const other = this.comparison();
      value = isTrue(value) ? other : value;
    }
    return value;
  }

  private comparison(): Value {
    const value = this.single();
    if (this.take("==")) return value === this.single();
    if (this.take("!=")) return value !== this.single();
    return value;
  }

  private single(): Value {
    if (this.take("!")) return !isTrue(this.single());
    if (this.take("(")) return this.closed(this.either());
    const next = this.tokens[this.at++] ?? "";
    if (next.startsWith("'")) return next.slice(1, -1).replaceAll("''", "'");
    if (next === "true" || next === "false") return next === "true";
    const status = statusFunctions[next];
    if (status && this.take("(")) return this.closed(status(this.now));
    return this.named(next);
  }

  private named(name: string): Value {
    const input = /^inputs\.([\w-]+)$/.exec(name)?.[1];
    if (input !== undefined) return this.now.inputs[input] ?? "";
    const step = /^steps\.([\w-]+)\.outcome$/.exec(name)?.[1];
    if (step !== undefined) return this.now.steps[step]?.outcome ?? "";
    throw this.unreadable();
  }

  private closed(value: Value): Value {
    if (!this.take(")")) throw this.unreadable();
    return value;
  }

  private take(wanted: string): boolean {
    const is = this.tokens[this.at] === wanted;
    if (is) this.at += 1;
    return is;
  }

  private unreadable(): Error {
    return new Error(`the pipeline cannot read the condition: ${this.text}`);
  }
}

function isTrue(value: Value): boolean {
  return value !== false && value !== "";
}
