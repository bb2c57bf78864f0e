import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shellWords } from "../../../../sandbox/engine/language-host/shell-words";

describe("shell words", () => {
  test.each<[text: string, words: string[]]>([
    ["", []],
    ["  \t ", []],
    ["--require ./a.cjs", ["--require", "./a.cjs"]],
    ["  --a\n--b ", ["--a", "--b"]],
    ["--require './a folder/b.cjs'", ["--require", "./a folder/b.cjs"]],
    ['--title="a b" c', ["--title=a b", "c"]],
    [String.raw`a\ b c`, ["a b", "c"]],
    [String.raw`"a \" b"`, ['a " b']],
    [String.raw`'a \ b'`, [String.raw`a \ b`]],
    ["'' x", ["", "x"]],
    ["a'b'c", ["abc"]],
    ["a # the rest is a comment", ["a"]],
    ["# a comment\nb", ["b"]],
    ["a#b", ["a#b"]],
  ])("%j is split into %j", (text, words) => {
    expect(shellWords(text)).toEqual(words);
  });

  test.each(["'open", '"open', '"open \\"', "a '"])("%j lacks a closing quote", (text) => {
    expect(() => shellWords(text)).toThrow("EOF found when expecting closing quote");
  });

  test("a backslash at the end escapes nothing", () => {
    expect(() => shellWords("a \\")).toThrow("EOF found after escape character");
  });

  test("words that were quoted come back as they were", () => {
    const quoted = (word: string) => `'${word.replaceAll("'", `'"'"'`)}'`;
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        expect(shellWords(words.map(quoted).join(" "))).toEqual(words);
      }),
    );
  });
});
