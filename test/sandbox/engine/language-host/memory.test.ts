import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { watchForExhaustedMemory } from "../../../../sandbox/engine/language-host/memory";

function heard(...chunks: string[]): string | undefined {
  const stream = new PassThrough();
  const memory = watchForExhaustedMemory(stream);
  for (const chunk of chunks) stream.emit("data", Buffer.from(chunk));
  return memory();
}

describe("exhausted memory", () => {
  test("V8's last words bring advice", () => {
    expect(heard("FATAL ERROR: JavaScript heap out of memory")).toContain("--max-old-space-size");
  });

  test("words that are cut in two are heard", () => {
    expect(heard("… JavaScript heap o", "ut of memory")).toContain("nodeargs");
  });

  test("other output brings none", () => {
    expect(heard("Error: out of patience")).toBeUndefined();
  });
});
