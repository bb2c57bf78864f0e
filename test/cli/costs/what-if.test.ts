import { describe, expect, it } from "vitest";
import { changesOf, withChanges } from "../../../cli/costs/what-if";
import { readStackFile } from "../../../config/stack-file";
import { UserError } from "../../../core/errors";
import { textOf } from "../../config/support";

const project = "groundwork";
const file = "Pulumi.prod.yaml";

/** A section of prod as the program gets it, with these settings given. */
function section(name: string, ...given: string[]): Record<string, unknown> {
  const text = withChanges({ text: textOf(file), file, project }, given.map(changesOf));
  const { config } = readStackFile(text, file, project);
  return JSON.parse(config[`groundwork:${name}`] ?? "{}") as Record<string, unknown>;
}

function refusal(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

describe("a setting given for the moment", () => {
  it("takes the place of what the file says, and leaves the rest", () => {
    const before = section("database");
    expect(section("database", "database.instanceSize=large")).toEqual({
      ...before,
      instanceSize: "large",
    });
  });

  it.each(["database.size=large", "groundwork:database.instanceSize=large"])(
    "may be written %s",
    (given) => {
      expect(section("database", given)["instanceSize"]).toBe("large");
    },
  );

  it("is YAML: a number, a list, or text in quotes", () => {
    expect(section("database", "database.pitr.days=14")["pitr"]).toEqual({ days: 14 });
    expect(section("database", "database.readReplicas=[]")["readReplicas"]).toEqual([]);
    expect(section("stack", 'stack.owner="2026"')["owner"]).toBe("2026");
  });

  it("may be given more than once, and for a key that the file does not have", () => {
    const both = section("budget", "budget.monthlyUsd=700", "budget.anomalies.frequency=WEEKLY");
    expect(both).toMatchObject({ monthlyUsd: 700, anomalies: { frequency: "WEEKLY" } });
  });

  it("is refused where no stack file has it, with what was probably meant", () => {
    const { problems, exitCode } = refusal(() => changesOf("database.instanceSzie=large"));
    expect(exitCode).toBe(2);
    expect(problems).toMatchObject([
      {
        where: { path: "--set database.instanceSzie=large" },
        found: "no setting database.instanceSzie",
        fix: "did you mean database.instanceSize?",
      },
    ]);
    const misspelt = refusal(() => changesOf("databse.instanceSize=large"));
    expect(misspelt.problems).toMatchObject([{ fix: "did you mean database.instanceSize?" }]);
  });

  it.each(["database.instanceSize", "database=large", "=large", ""])(
    "is refused where it is no setting: %j",
    (given) => {
      const { problems } = refusal(() => changesOf(given));
      expect(problems).toMatchObject([
        { found: "no setting and value", allowed: "<section>.<key>=<value>" },
      ]);
    },
  );

  it("is refused where the file would be, in the words that the file is refused in", () => {
    const { problems, exitCode } = refusal(() => section("database", "database.instanceSize=huge"));
    expect(exitCode).toBe(1);
    expect(problems[0]?.where).toEqual({
      path: "--set database.instanceSize=huge: groundwork:database.instanceSize",
    });
    expect(problems[0]?.allowed).toMatch(/large/);
  });

  it("is refused where something other than keys stands on the way, or its value is no YAML", () => {
    const below = refusal(() => section("hosting", "hosting.domains.x.redirect.y=1"));
    expect(below.exitCode).toBe(2);
    const text = "config:\n  groundwork:database: &db { name: a }\n  groundwork:budget: *db\n";
    const aliased = refusal(() =>
      withChanges({ text, file, project }, [changesOf("budget.monthlyUsd=1")]),
    );
    expect(aliased.problems).toMatchObject([
      { found: "a value, a list or an alias stands on the way there" },
    ]);
    const broken = refusal(() => section("stack", "stack.owner=[1"));
    expect(broken.problems).toMatchObject([{ found: "a value that is no YAML" }]);
  });
});
