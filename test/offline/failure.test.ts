import { afterAll, describe, expect, it } from "vitest";
import { failureOf, fixtureFolder, lineOf, run } from "./support";

const fixtures = fixtureFolder();
afterAll(() => fixtures.remove());

const program = fixtures.compile("throws");
const goWay = (way: string) => failureOf(program, { config: { "shop:way": way } });

describe("a program that throws is not clean: it exits 2 and names stack, place and cause", () => {
  it.each([
    ["a constructor", "constructor", "thrown in a constructor"],
    ["an apply", "apply", "thrown in an apply"],
    ["an input", "input", "thrown in an input"],
    ["an apply that runs after the program returned", "late apply", "thrown in a late apply"],
    ["a timer", "timer", "thrown in a timer"],
    ["an argument of an invoke", "invoke argument", "thrown in an argument"],
    ["a promise that nobody waits for", "rejection", "nobody waits for this"],
  ])("from %s", async (_from, way, message) => {
    const error = await goWay(way);
    expect(error.name).toBe("UserError");
    expect(error.exitCode).toBe(2);
    expect(error.problems).toHaveLength(1);
    const { where, found } = error.problems[0] ?? {};
    expect(where).toMatchObject({
      file: "test/offline/fixtures/throws.ts",
      line: lineOf("throws", message),
    });
    expect(found).toMatch(/^stack prod could not run: /);
    expect(found).toContain(message);
  });

  it("from a plain function of a provider, whose answer nobody can know", async () => {
    const error = await goWay("plain invoke");
    expect(error.problems).toEqual([
      {
        where: expect.objectContaining({ line: lineOf("throws", "runtime.invoke(") }) as unknown,
        found:
          "stack prod could not run: shop:index/getThing:getThing is answered by its provider; call its Output form",
      },
    ]);
  });

  it("and tells all of it when more than one thing went wrong", async () => {
    const error = await goWay("two");
    expect(error.problems.map(({ found }) => found)).toEqual([
      "stack prod could not run: the first",
      "stack prod could not run: the second",
    ]);
  });

  it("even when what it throws is no error", async () => {
    const error = await goWay("not an error");
    expect(error.exitCode).toBe(2);
    expect(error.message).toBe("stack prod could not run: just a text");
  });

  it("even when it logs an error only, as the engine's preview fails then", async () => {
    expect((await goWay("logged error")).message).toContain("logged, not thrown");
  });
});

describe("a program that would pass as clean by ending early is refused", () => {
  it("when it calls process.exit", async () => {
    const error = await goWay("exit");
    expect(error.exitCode).toBe(2);
    expect(error.message).toContain("the program called process.exit");
    expect(error.problems[0]?.where.line).toBe(lineOf("throws", "process.exit(0)"));
  });

  it("when its function never returns", async () => {
    expect((await goWay("forever")).message).toContain(
      "waits for a promise or output that never resolves",
    );
  });

  it("when a resource waits for an input that never comes, naming the resource", async () => {
    const { message } = await goWay("unresolved input");
    expect(message).toContain('"pet" [random:index/randomPet:RandomPet] was waiting');
    expect(message).toContain('"prefix"');
  });

  it("when it keeps something open for longer than it is given", async () => {
    const config = { "shop:way": "interval" };
    const error = await failureOf(program, { config, patienceMs: 50 });
    expect(error.message).toContain("after 0.05 s it still has open: Timeout");
  });

  it("when the engine alone could run a part of it", async () => {
    expect((await goWay("remote")).message).toContain("which only the engine can run");
    expect((await goWay("transform")).message).toContain("transforms are called by the engine");
  });

  it("when two resources have one URN, naming the second one's place", async () => {
    const error = await goWay("duplicate");
    expect(error.message).toContain(
      "Duplicate resource URN 'urn:pulumi:prod::shop::random:index/randomPet:RandomPet::same'",
    );
    expect(error.problems[0]?.where.line).toBe(lineOf("throws", "duplicate:"));
  });

  it("when it exports no function, because it would run for one stack only", async () => {
    const error = await failureOf(fixtures.compile("no-function"));
    expect(error.exitCode).toBe(1);
    expect(error.problems[0]?.found).toContain("exports no function");
    expect(error.problems[0]?.fix).toContain("export = async");
  });

  it("when it was not compiled, with the command that compiles it", async () => {
    const error = await failureOf("/nowhere/program.cjs");
    expect(error.exitCode).toBe(2);
    expect(error.problems[0]).toMatchObject({
      where: { file: "/nowhere/program.cjs" },
      fix: "run `npm run build`",
    });
  });
});

describe("what a program says on purpose", () => {
  it("keeps its problems and exit code, although its class is another copy", async () => {
    const error = await goWay("deliberate");
    expect(error.exitCode).toBe(1);
    expect(error.message).toBe("Pulumi.prod.yaml:3: got a typo");
  });

  it("is the user's own file, exit 1, when settings list what is wrong with them", async () => {
    const error = await goWay("bad settings");
    expect(error.exitCode).toBe(1);
    expect(error.message).toBe("Pulumi.prod.yaml:4: got a bad tier");
  });

  it("keeps its words when it is a RunError", async () => {
    const error = await goWay("run error");
    expect(error.exitCode).toBe(2);
    expect(error.message).toBe("stack prod could not run: no deployments on a Friday");
  });

  it("never shows the value of a secret", async () => {
    const config = { "shop:way": "secret", "shop:key": "k3y-in-clear" };
    const error = await failureOf(program, { config, secretKeys: ["shop:key"] });
    expect(error.message).toContain("cannot use [secret] as a key");
    expect(JSON.stringify(error)).not.toContain("k3y-in-clear");
  });
});

describe("what only happens at an update", () => {
  it("does not keep a program from being run: hooks", async () => {
    const resources = await run(program, { config: { "shop:way": "hook" } });
    expect(resources.map(({ name }) => name)).toEqual(["shop-prod", "hooked"]);
  });
});
