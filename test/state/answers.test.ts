import { describe, expect, it } from "vitest";
import type { UserError } from "../../core/errors";
import { type Answers, answered } from "../../state/answers";
import { project, route } from "./support";

const pending = [project(), route()];
const twin = project({ urn: "urn:pulumi:prod::shop::vercel:index/project:Project::web" });
const say = (more: Partial<Answers>): Answers => ({ adopt: {}, forget: [], ...more });
const refusal = (answers: Answers, among = pending) => {
  try {
    answered(answers, among);
    return expect.unreachable("it was taken");
  } catch (error) {
    return error as UserError;
  }
};

describe("what a person says of what was half made", () => {
  it("counts by name or by URN, and leaves the rest open", () => {
    const found = answered(say({ adopt: { web: "prj_1" }, forget: [route().urn] }), pending);
    expect([...found]).toEqual([
      [project().urn, ["prj_1"]],
      [route().urn, []],
    ]);
    expect(answered(say({}), pending).size).toBe(0);
  });

  it.each([
    {
      what: "of nothing that was made",
      answers: say({ adopt: { api: "x" } }),
      among: pending,
      at: "--adopt api",
      found: /^names nothing/,
    },
    {
      what: "of two of one name",
      answers: say({ forget: ["web"] }),
      among: [project(), twin],
      at: "--forget web",
      found: /^names 2 things/,
    },
    {
      what: "twice",
      answers: say({ adopt: { web: "x" }, forget: ["web"] }),
      among: pending,
      at: "--forget web",
      found: /^says twice/,
    },
  ])("is refused $what", ({ answers, among, at, found }) => {
    const { problems, exitCode } = refusal(answers, among);
    expect(exitCode).toBe(2);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.where.path).toBe(at);
    expect(problems[0]?.found).toMatch(found);
  });

  it("is refused with every mistake at once, and lists what there is", () => {
    const { problems } = refusal(say({ adopt: { api: "x" }, forget: ["db"] }));
    expect(problems.map(({ where }) => where.path)).toEqual(["--adopt api", "--forget db"]);
    expect(problems[0]?.allowed).toBe(`${project().urn}, ${route().urn}`);
  });
});
