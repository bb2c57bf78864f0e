import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { apiSchemasNarrow as rule } from "../../../policies/rules/data/api-schemas-narrow";
import { brief, judge } from "../support/stack";
import { withSettings } from "../support/data";

const compliant = { db_schema: "public" };
const judged = (changes: object) =>
  brief(judge(rule, withSettings("api", { ...compliant, ...changes })));

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for settings that ask for no less", () => {
    for (const changes of [
      {},
      { db_schema: "" },
      { db_schema: "public, reports,authors,vaults" },
    ]) {
      expect(judged(changes).filter((line) => !line.startsWith("pass"))).toEqual([]);
    }
  });

  it.each([
    [
      { db_schema: "public, auth" },
      ["fail settings: api.db_schema: found public, auth, wanted schemas of the app alone"],
    ],
    [
      { db_schema: "PG_catalog" },
      ["fail settings: api.db_schema: found PG_catalog, wanted schemas of the app alone"],
    ],
    [
      { db_schema: "supabase_migrations,public" },
      [
        "fail settings: api.db_schema: found supabase_migrations,public, wanted schemas of the app alone",
      ],
    ],
    [
      { db_schema: null },
      ["fail settings: api.db_schema: found nothing, wanted schemas of the app alone"],
    ],
  ])("reports %j", (changes, expected) => {
    expect(judged(changes).filter((line) => !line.startsWith("pass"))).toEqual(expected);
  });

  it("reports a project without settings, and settings without the block", () => {
    const [project] = withSettings("api", {});
    expect(brief(judge(rule, [project!]))).toEqual([
      "fail db: found no Settings of this project, wanted one with api.db_schema schemas of the app alone",
    ]);
    expect(judge(rule, withSettings("storage", {}))[0]?.state).toBe("fail");
    expect(judge(rule, [project!, ...withSettings("api", "no block").slice(1)])[0]?.state).toBe(
      "fail",
    );
  });

  it("cannot tell while the block is not known", () => {
    expect(judge(rule, withSettings("api", UNKNOWN))[0]?.state).toBe("unknown");
  });

  it("has nothing to judge without a database", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });

  it.each([
    ..."cron extensions information_schema net pgmq pgsodium pgsodium_masks realtime storage".split(
      " ",
    ),
    "vault",
  ])("keeps %s closed", (schema) => {
    expect(judge(rule, withSettings("api", { db_schema: schema }))[0]?.state).toBe("fail");
  });
});
