import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { edgeFunctionsCheckCallers as rule } from "../../../policies/rules/access/edge-functions-check-callers";
import { brief, judge, resource } from "../support/stack";

const database = (functions: PropertyMap) => resource(tokens.database, "db", { functions });
const of = (inputs: PropertyMap, functions: PropertyMap = {}) => {
  const db = database(functions);
  const jwt = resource(
    providerTypes.supabaseFunctionJwt,
    "db-function-hook-jwt",
    { slug: "hook", ...inputs },
    { parent: db.urn },
  );
  return [db, jwt];
};
const ask = (...given: Parameters<typeof of>) => brief(judge(rule, of(...given)));
const open = (reason: string) => ({ hook: { verifyJwt: { reason } } });
const kept = [`pass db-function-hook-jwt: ${rule.title}`];
const refused = [
  "fail db-function-hook-jwt: verifyJwt: found that hook runs for everybody, and no reason",
];

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a function that Supabase checks callers of", () => {
    expect(ask({ verifyJwt: true })).toEqual(kept);
  });

  it("holds for one that says why it checks them itself", () => {
    expect(ask({ verifyJwt: false }, open("the sender signs each call"))).toEqual(kept);
  });

  it("reports one that everybody may call, in full", () => {
    const [db, jwt] = of({ verifyJwt: false });
    expect(judge(rule, of({ verifyJwt: false }))).toEqual([
      {
        rule: "edge-functions-check-callers",
        state: "fail",
        urn: jwt?.urn,
        level: "mandatory",
        severity: "high",
        message: "verifyJwt: found that hook runs for everybody, and no reason",
        property: "verifyJwt",
        input: "functions.hook.verifyJwt",
        found: false,
        wanted: true,
      },
    ]);
    const alone = { ...(jwt ?? resource("", "")), parent: "urn:elsewhere" };
    expect(brief(judge(rule, [...(db ? [db] : []), alone]))).toEqual(refused);
  });

  it.each([{}, open(" "), { other: { verifyJwt: { reason: "another function's" } } }])(
    "takes %j for no reason",
    (functions) => {
      expect(ask({ verifyJwt: false }, functions)).toEqual(refused);
    },
  );

  it("takes a check that is left out for none, and names what has no name", () => {
    expect(ask({})).toEqual(refused);
    expect(ask({ slug: UNKNOWN, verifyJwt: false })[0]).toContain("found that the function runs");
  });

  it("cannot tell while it is unknown", () => {
    expect(ask({ verifyJwt: UNKNOWN })[0]).toMatch(/^unknown/);
  });

  it("has nothing to judge in a stack without edge functions", () => {
    expect(judge(rule, []).map(({ state, message }) => [state, message])).toEqual([
      ["not-applicable", "the stack says of no edge function who calls it"],
    ]);
  });
});
