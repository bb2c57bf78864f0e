/**
 * Splits a string into words as a POSIX shell does: blanks separate, `'…'` is literal, `"…"` and bare text know the
 * backslash, `#` at the start of a word begins a comment. The official host splits `nodeargs` in this way
 * (github.com/google/shlex); another split would read the same Pulumi.yaml differently.
 * @throws Error when a quote is not closed or the text ends in a backslash.
 */
export function shellWords(text: string): string[] {
  const words: string[] = [];
  const rest = new Reader(text);
  while (rest.skipBlanksAndComments()) words.push(rest.word());
  return words;
}

const BLANKS = " \t\r\n";

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  /** False at the end of the text. */
  skipBlanksAndComments(): boolean {
    for (; this.at < this.text.length; this.at++) {
      if (this.peek() === "#") this.skipLine();
      else if (!BLANKS.includes(this.peek())) return true;
    }
    return false;
  }

  word(): string {
    let word = "";
    while (this.at < this.text.length && !BLANKS.includes(this.peek())) word += this.piece();
    return word;
  }

  private piece(): string {
    const char = this.next();
    if (char === "'") return this.quoted("'", false);
    if (char === '"') return this.quoted('"', true);
    return char === "\\" ? this.escaped() : char;
  }

  private quoted(quote: string, escapes: boolean): string {
    let inner = "";
    while (this.at < this.text.length) {
      const char = this.next();
      if (char === quote) return inner;
      inner += escapes && char === "\\" ? this.escaped() : char;
    }
    throw new Error("EOF found when expecting closing quote");
  }

  private escaped(): string {
    if (this.at >= this.text.length) throw new Error("EOF found after escape character");
    return this.next();
  }

  private skipLine(): void {
    while (this.at + 1 < this.text.length && this.peek() !== "\n") this.at++;
  }

  private peek(): string {
    return this.text.charAt(this.at);
  }

  private next(): string {
    return this.text.charAt(this.at++);
  }
}
