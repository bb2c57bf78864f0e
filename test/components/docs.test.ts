import * as ts from "typescript";
import { describe, expect, it } from "vitest";
import { readArgs } from "../../scripts/component-docs/read";
import { withTables } from "../../scripts/component-docs/write";

const marks = [
  "<!-- args: begin, written by scripts/generate-component-docs.ts from the doc comments -->",
  "<!-- args: end -->",
] as const;

describe("readArgs", () => {
  it("reads names, types, defaults and what each arg does", () => {
    const [table] = read(`
      /** What a box is. */
      export interface Args {
        /** How big,
         *  in metres. */
        size: number;
        /**
         * Its colour.
         * @default "red"
         */
        colour?: string | undefined;
      }`);
    expect(table).toEqual({
      name: "Args",
      summary: "What a box is.",
      fields: [
        { name: "size", required: true, type: "number", description: "How big, in metres." },
        {
          name: "colour",
          required: false,
          type: "string",
          description: "Its colour.",
          default: '"red"',
        },
      ],
    });
  });

  it("spells out short lists of literals, names long ones, and brackets them in arrays", () => {
    const [table] = read(`
      type Short = "a" | "b";
      type Long = "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";
      export interface Args { a: Short; b: Long; c?: Short[] | undefined; d: false | Short }`);
    expect(table?.fields.map(({ type }) => type)).toEqual([
      '"a" | "b"',
      "Long",
      '("a" | "b")[]',
      'false | "a" | "b"',
    ]);
  });

  it("follows every interface that the args lead to, once, with what it extends", () => {
    const tables = read(`
      interface Base { shared: string }
      interface Lid extends Base { own: number; again?: Lid }
      type Text = string | Lid;
      export interface Args { lids: Record<string, Text>; other: Lid }`);
    expect(
      tables.map(({ name, fields }) => [name, fields.map((it) => `${it.name}: ${it.type}`)]),
    ).toEqual([
      ["Args", ["lids: Record<string, string | Lid>", "other: Lid"]],
      ["Lid", ["own: number", "again: Lid", "shared: string"]],
    ]);
  });

  it("refuses an interface that is not there", () => {
    expect(() => read("export interface Other {}")).toThrow("no interface Args in args.ts");
  });
});

describe("withTables", () => {
  const table = {
    name: "Args",
    summary: "",
    fields: [
      { name: "a", required: false, type: '"x" | "y"', description: "x | y", default: '"x"' },
    ],
  };

  it("writes between the marks and keeps everything else", () => {
    const page = `# Box\n\n${marks[0]}\nold\n${marks[1]}\n\nMore.\n`;
    expect(withTables(page, [table])).toBe(
      [
        "# Box",
        "",
        marks[0],
        "",
        "| Arg | Type | Default | What it does |",
        "| --- | --- | --- | --- |",
        '| `a` | `"x" \\| "y"` | `"x"` | x \\| y |',
        "",
        marks[1],
        "",
        "More.",
        "",
      ].join("\n"),
    );
  });

  it("refuses a page without the marks, rather than lose its text", () => {
    expect(() => withTables("# Box\n", [table])).toThrow("the page lacks the lines");
    expect(() => withTables(`${marks[1]}\n${marks[0]}`, [table])).toThrow(
      "the page lacks the lines",
    );
  });
});

function read(text: string) {
  const source = ts.createSourceFile("args.ts", text, ts.ScriptTarget.ES2022, true);
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost({}),
    getSourceFile: (name) => (name === "args.ts" ? source : undefined),
  };
  return readArgs(
    ts.createProgram(["args.ts"], { noLib: true, types: [] }, host),
    "args.ts",
    "Args",
  );
}
