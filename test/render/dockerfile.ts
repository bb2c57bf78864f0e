/** One instruction of a Dockerfile: its word, and the rest with its lines joined. */
export interface Instruction {
  word: string;
  rest: string;
}

/** Reads a Dockerfile as Docker does: comments and empty lines fall away, a backslash at the end of a line joins it. */
export function instructionsOf(text: string): Instruction[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const joined = lines.join("\n").replaceAll(/\s*\\\n\s*/g, " ");
  return joined.split("\n").map((line) => {
    const [word = "", ...rest] = line.split(" ");
    return { word, rest: rest.join(" ") };
  });
}

/** What instructions of one word say, in order. */
export function allOf(text: string, word: string): string[] {
  return instructionsOf(text).flatMap((it) => (it.word === word ? [it.rest] : []));
}
