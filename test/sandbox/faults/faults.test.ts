import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { UserError } from "../../../core/errors";
import { type Fault } from "../../../sandbox/faults/fault";
import { Faults } from "../../../sandbox/faults/faults";
import { newHome } from "../server/harness";

const type = "vercel:index/project:Project";

const fault = (extra: Partial<Fault> = {}): Fault => ({
  type,
  op: "create",
  nth: 1,
  mode: "fail",
  when: "before",
  ...extra,
});

const newFaults = () => new Faults(join(newHome(), "faults.json"));
const operation = (extra: { stack?: string; type?: string; op?: Fault["op"] } = {}) => ({
  stack: "dev",
  type,
  op: "create" as const,
  ...extra,
});

describe("an armed fault", () => {
  test("strikes the n-th matching operation, once", () => {
    const faults = newFaults();
    const armed = faults.arm(fault({ nth: 3 }));
    const struck = [1, 2, 3, 4].map(() => faults.take(operation())?.id);
    expect(struck).toEqual([undefined, undefined, armed.id, undefined]);
    expect(faults.armed).toEqual([]);
  });

  test.each([
    ["another stack", operation({ stack: "prod" })],
    ["another type", operation({ type: "vercel:index/webhook:Webhook" })],
    ["another operation", operation({ op: "delete" })],
  ])("lets %s pass, and does not count it", (_what, other) => {
    const faults = newFaults();
    faults.arm(fault({ stack: "dev" }));
    expect(faults.take(other)).toBeUndefined();
    expect(faults.armed).toMatchObject([{ seen: 0 }]);
    expect(faults.take(operation())).toBeDefined();
  });

  test("without a stack strikes any", () => {
    const faults = newFaults();
    faults.arm(fault());
    expect(faults.take(operation({ stack: "whatever" }))).toBeDefined();
  });

  test("is on disk with its count, so that it outlives the server", () => {
    const file = join(newHome(), "faults.json");
    const faults = new Faults(file);
    faults.arm(fault({ nth: 2, mode: "delay", delayMs: 5 }));
    faults.take(operation());
    const again = new Faults(file);
    expect(again.armed).toEqual([
      { ...fault({ nth: 2, mode: "delay", delayMs: 5 }), id: 1, seen: 1 },
    ]);
    expect(again.take(operation())?.id).toBe(1);
    expect(new Faults(file).armed).toEqual([]);
  });

  test("does not hide another one that is due at the same time", () => {
    const faults = newFaults();
    faults.arm(fault({ mode: "fail" }));
    faults.arm(fault({ mode: "exit" }));
    expect([1, 2, 3].map(() => faults.take(operation())?.mode)).toEqual([
      "fail",
      "exit",
      undefined,
    ]);
  });

  test("can be cleared away", () => {
    const faults = newFaults();
    faults.arm(fault());
    faults.clear();
    expect(faults.take(operation())).toBeUndefined();
  });
});

describe("a fault that cannot be", () => {
  test("is refused with everything that is wrong about it, and not armed", () => {
    const faults = newFaults();
    const broken = {
      type: "Project",
      op: "invoke",
      nth: 0,
      mode: "burn",
      when: "during",
      delayMs: -1,
    };
    let refused: unknown;
    try {
      faults.arm(broken as unknown as Fault);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(UserError);
    expect((refused as UserError).exitCode).toBe(1);
    expect(
      (refused as UserError).problems.map(({ where, allowed }) => [where.path, allowed]),
    ).toEqual([
      ["op", "create, update, delete, read, check, diff"],
      ["mode", "fail, delay, drop-reply, exit"],
      ["when", "before, after"],
      ["nth", "a whole number from 1"],
      ["delayMs", "a whole number from 0"],
      ["type", "a type token such as vercel:index/project:Project"],
    ]);
    expect(faults.armed).toEqual([]);
  });

  const bucket = "supabase:api/bucket:bucket";
  const range = "a whole number from 400 to 599";
  const httpOnly = "no status, but for a fail of a supabase:api/… type";

  test.each([
    [{ type: bucket, status: 399 }, 'got "399"', range],
    [{ type: bucket, status: 600 }, 'got "600"', range],
    [{ type: bucket, status: 429.5 }, 'got "429.5"', range],
    [{ type: bucket, status: NaN }, 'got "NaN"', range],
    [{ type: bucket, status: 503, mode: "drop-reply" }, 'got "503"', httpOnly],
    [{ status: 503 }, 'got "503"', httpOnly],
  ] as const)("with a status is refused: %o", (extra, found, allowed) => {
    const faults = newFaults();
    expect(() => faults.arm(fault(extra))).toThrow(
      new UserError([{ where: { path: "status" }, found, allowed }], 1),
    );
    expect(faults.armed).toEqual([]);
  });

  test.each([400, 429, 599])("takes the status %i over HTTP", (status) => {
    const faults = newFaults();
    faults.arm(fault({ type: bucket, status }));
    expect(faults.armed).toMatchObject([{ type: bucket, status }]);
  });

  test("in a broken file stops the sandbox from starting rather than being forgotten", () => {
    const file = join(newHome(), "faults.json");
    writeFileSync(file, "{");
    expect(() => new Faults(file)).toThrow(
      `${file}: the list of armed faults cannot be read; delete the file`,
    );
  });
});
