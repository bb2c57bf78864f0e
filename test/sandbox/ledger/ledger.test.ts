import { buildSync } from "esbuild";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type UserError } from "../../../core/errors";
import { Ledger } from "../../../sandbox/ledger/ledger";
import { readLog } from "../../../sandbox/ledger/read";

const type = "vercel:index/project:Project";

function newFile(): string {
  return join(mkdtempSync(join(tmpdir(), "groundwork-ledger-")), "ledger.jsonl");
}

function entry(name: string, extra: { id?: string; claims?: string[]; stack?: string } = {}) {
  const stack = extra.stack ?? "dev";
  return {
    urn: `urn:pulumi:${stack}::test::${type}::${name}`,
    type,
    id: extra.id ?? `prj_${name}`,
    inputs: { name },
    outputs: { name, teamId: "t" },
    claims: extra.claims ?? [],
  };
}

function filled(...names: string[]): string {
  const file = newFile();
  const ledger = Ledger.open(file);
  for (const name of names) ledger.create(entry(name));
  ledger.close();
  return file;
}

const idsIn = (file: string) => {
  const ledger = Ledger.open(file);
  const ids = ledger.objects.all().map(({ id }) => id);
  ledger.close();
  return ids;
};

describe("the ledger", () => {
  test("finds an object by id, URN and claim, and tells when it was made and changed", () => {
    const times = ["2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z"];
    const ledger = Ledger.open(newFile(), () => new Date(times.shift() ?? 0));
    const made = ledger.create(entry("a", { claims: ["c1"] }));
    const changed = ledger.update(made, {
      ...entry("a", { claims: ["c2"] }),
      inputs: { name: "b" },
    });
    expect(changed).toEqual({
      object: 1,
      urn: `urn:pulumi:dev::test::${type}::a`,
      stack: "dev",
      package: "vercel",
      type,
      id: "prj_a",
      inputs: { name: "b" },
      outputs: { name: "a", teamId: "t" },
      claims: ["c2"],
      created: "2026-01-01T00:00:00.000Z",
      changed: "2026-01-02T00:00:00.000Z",
    });
    expect(ledger.objects.byId(type, "prj_a")).toEqual([changed]);
    expect(ledger.objects.byUrn(changed.urn)).toEqual([changed]);
    expect([ledger.objects.holderOf("c1"), ledger.objects.holderOf("c2")]).toEqual([
      undefined,
      changed,
    ]);
  });

  test("forgets all of an object that is deleted, and its claims are free", () => {
    const ledger = Ledger.open(newFile());
    const made = ledger.create(entry("a", { claims: ["c"] }));
    ledger.delete(made);
    expect(ledger.objects.all()).toEqual([]);
    expect(ledger.objects.byId(type, made.id)).toEqual([]);
    expect(ledger.objects.byUrn(made.urn)).toEqual([]);
    expect(ledger.objects.holderOf("c")).toBeUndefined();
  });

  test("keeps two objects of one URN apart, as in the middle of a replacement", () => {
    const ledger = Ledger.open(newFile());
    const old = ledger.create(entry("a", { id: "prj_old" }));
    const next = ledger.create(entry("a", { id: "prj_new" }));
    expect(ledger.objects.byUrn(old.urn)).toEqual([old, next]);
    ledger.delete(old);
    expect(ledger.objects.byUrn(old.urn)).toEqual([next]);
  });

  test("says the same after it was closed and opened again", () => {
    const file = newFile();
    const ledger = Ledger.open(file);
    const kept = ledger.create(entry("a"));
    ledger.delete(ledger.create(entry("b")));
    ledger.update(kept, { ...entry("a"), outputs: { later: true } });
    const before = ledger.objects.all();
    ledger.close();
    const again = Ledger.open(file);
    expect(again.objects.all()).toEqual(before);
    again.create(entry("c"));
    expect(readLog(file).records.map(({ seq, op, object }) => [seq, op, object])).toEqual([
      [1, "create", 1],
      [2, "create", 2],
      [3, "delete", 2],
      [4, "update", 1],
      [5, "create", 5],
    ]);
  });

  test("can be read by its owner only", () => {
    expect(statSync(filled("a")).mode & 0o777).toBe(0o600);
  });

  test("refuses an entry whose URN is none, and holds nothing of it", () => {
    const file = newFile();
    const ledger = Ledger.open(file);
    expect(() => ledger.create({ ...entry("a"), urn: "nonsense" })).toThrow("not a URN");
    expect([ledger.objects.all(), readFileSync(file, "utf8")]).toEqual([[], ""]);
  });
});

describe("a ledger that was cut off", () => {
  test.each([1, 10, 100])(
    "%i bytes before its end loses the last entry only, and goes on",
    (bytes) => {
      const file = filled("a", "b", "c");
      truncateSync(file, statSync(file).size - bytes);
      expect(readLog(file).records).toHaveLength(2);
      const ledger = Ledger.open(file);
      ledger.create(entry("d"));
      ledger.close();
      expect(idsIn(file)).toEqual(["prj_a", "prj_b", "prj_d"]);
    },
  );

  test("in the middle of a character loses the last entry only", () => {
    const file = filled("a");
    appendFileSync(file, Buffer.from('{"seq":2,"urn":"ü').subarray(0, -1));
    expect(idsIn(file)).toEqual(["prj_a"]);
  });

  test("is not touched by somebody who only reads it", () => {
    const file = filled("a");
    appendFileSync(file, '{"seq":2');
    const before = readFileSync(file, "utf8");
    readLog(file);
    expect(readFileSync(file, "utf8")).toBe(before);
  });
});

describe("a ledger that is not ours", () => {
  test.each([
    ["text", "hello\n", 1],
    ["a gap", '{"seq":1,"op":"create"}\n{"seq":3,"op":"create"}\n', 2],
    ["an empty line", '{"seq":1,"op":"create"}\n\n{"seq":3,"op":"create"}\n', 2],
  ])("because of %s is refused with its line", (_what, text, line) => {
    const file = newFile();
    writeFileSync(file, text);
    let refused: UserError | undefined;
    try {
      readLog(file);
    } catch (error) {
      refused = error as UserError;
    }
    expect(refused?.exitCode).toBe(2);
    expect(refused?.problems).toEqual([
      {
        where: { file, line },
        found: `line ${line} is not an entry of the sandbox ledger`,
        fix: "move the sandbox folder away to start with an empty cloud",
      },
    ]);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  test("because it is a folder is refused without a stack trace", () => {
    const folder = mkdtempSync(join(tmpdir(), "groundwork-ledger-"));
    expect(() => readLog(folder)).toThrow(`${folder}: cannot be read (EISDIR)`);
  });
});

describe("kill -9 of the process that writes", () => {
  test("loses nothing that was confirmed", async () => {
    const file = newFile();
    const program = join(file, "..", "appender.cjs");
    const entryPoints = [join(__dirname, "appender.program.ts")];
    buildSync({ entryPoints, outfile: program, bundle: true, platform: "node", logLevel: "error" });
    const child = spawn(process.execPath, [program, file], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let confirmed = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      confirmed += text;
      if (confirmed.split("\n").length > 20) child.kill("SIGKILL");
    });
    await once(child, "close");
    const told = confirmed.split("\n").slice(0, -1);
    expect(told.length).toBeGreaterThanOrEqual(20);
    const ids = idsIn(file);
    expect(ids.slice(0, told.length)).toEqual(told);
    expect(ids.length - told.length).toBeLessThanOrEqual(1_000);
  });
});
