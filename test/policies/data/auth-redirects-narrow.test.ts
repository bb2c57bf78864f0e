import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { authRedirectsNarrow as rule } from "../../../policies/rules/data/auth-redirects-narrow";
import { brief, judge } from "../support/stack";
import { withSettings } from "../support/data";

const compliant = { uri_allow_list: "https://app.example.com" };
const judged = (changes: object) =>
  brief(judge(rule, withSettings("auth", { ...compliant, ...changes })));

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for settings that ask for no less", () => {
    for (const changes of [
      {},
      { uri_allow_list: "" },
      { uri_allow_list: null },
      {
        uri_allow_list:
          "https://a.example.com/**, com.example.app://signed-in,http://localhost:3000/*",
      },
    ]) {
      expect(judged(changes).filter((line) => !line.startsWith("pass"))).toEqual([]);
    }
  });

  it.each([
    [
      { uri_allow_list: "https://*.vercel.app" },
      [
        "fail settings: auth.uri_allow_list: found https://*.vercel.app, wanted addresses whose hosts are written out",
      ],
    ],
    [
      { uri_allow_list: "https://a.example.com,https://**" },
      [
        "fail settings: auth.uri_allow_list: found https://a.example.com,https://**, wanted addresses whose hosts are written out",
      ],
    ],
    [
      { uri_allow_list: "https://{a,b}.example.com" },
      [
        "fail settings: auth.uri_allow_list: found https://{a,b}.example.com, wanted addresses whose hosts are written out",
      ],
    ],
    [
      { uri_allow_list: "https://?.example.com" },
      [
        "fail settings: auth.uri_allow_list: found https://?.example.com, wanted addresses whose hosts are written out",
      ],
    ],
    [
      { uri_allow_list: 7 },
      ["fail settings: auth.uri_allow_list: found 7, wanted addresses whose hosts are written out"],
    ],
  ])("reports %j", (changes, expected) => {
    expect(judged(changes).filter((line) => !line.startsWith("pass"))).toEqual(expected);
  });

  it("reports a project without settings, and settings without the block", () => {
    const [project] = withSettings("auth", {});
    expect(brief(judge(rule, [project!]))).toEqual([
      "fail db: found no Settings of this project, wanted one with auth.uri_allow_list addresses whose hosts are written out",
    ]);
    expect(judge(rule, withSettings("storage", {}))[0]?.state).toBe("pass");
    expect(judge(rule, [project!, ...withSettings("auth", "no block").slice(1)])[0]?.state).toBe(
      "pass",
    );
  });

  it("cannot tell while the block is not known", () => {
    expect(judge(rule, withSettings("auth", UNKNOWN))[0]?.state).toBe("unknown");
  });

  it("has nothing to judge without a database", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
