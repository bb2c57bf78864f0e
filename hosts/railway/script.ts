/** A value as TypeScript writes it: data, and calls of functions. */
export type Literal =
  string | number | boolean | readonly Literal[] | { readonly [key: string]: Literal } | Call;

/** A call of a function by its name. */
class Call {
  constructor(
    readonly name: string,
    readonly args: readonly Literal[],
  ) {}
}

export function call(name: string, ...args: readonly Literal[]): Literal {
  return new Call(name, args);
}

/** Two spaces a level. Texts are quoted as JSON does it, so that nothing in them can end one. */
export function script(value: Literal, indent = ""): string {
  if (value instanceof Call) {
    return `${value.name}(${value.args.map((one) => script(one, indent)).join(", ")})`;
  }
  if (typeof value !== "object") return JSON.stringify(value);
  const inner = `${indent}  `;
  const listed = isList(value)
    ? value.map((one) => script(one, inner))
    : Object.entries(value).map(([key, one]) => `${keyOf(key)}: ${script(one, inner)}`);
  const [open, close] = isList(value) ? "[]" : "{}";
  if (listed.length === 0) return `${open}${close}`;
  return `${open}\n${listed.map((line) => `${inner}${line},\n`).join("")}${indent}${close}`;
}

function isList(value: object): value is readonly Literal[] {
  return Array.isArray(value);
}

function keyOf(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key);
}
