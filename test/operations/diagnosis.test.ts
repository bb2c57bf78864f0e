import { describe, expect, it } from "vitest";
import { redacted } from "../../operations/diagnosis";

// Requirement: OPS-10
describe("a bundle for diagnosis", () => {
  const jwt = ["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiIxIn0", "abcdefgh"].join(".");

  it.each([
    ["a token", { note: `sent ${jwt} along` }, "eyJ"],
    ["a bearer header", { note: "authorization: Bearer abc.def" }, "abc.def"],
    ["a password in an address", { note: "postgres://user:pa55@db.example/x" }, "pa55"],
    ["an address of a person", { note: "ask ada@example.com" }, "ada@"],
    ["whatever a key calls a secret", { deep: [{ dbPassword: "hunter2" }] }, "hunter2"],
    ["a key of a vendor", { note: `sbp_${"0".repeat(40)}` }, "sbp_000"],
  ])("does not hold %s", (_what, value, secret) => {
    expect(JSON.stringify(redacted(value))).not.toContain(secret);
  });

  it("keeps what tells something, and not more than anybody reads", () => {
    const value = {
      status: 503,
      ok: false,
      none: null,
      text: "x".repeat(5000),
      list: Array(500).fill(1),
    };
    const kept = redacted(value) as { text: string; list: unknown[] };
    expect(kept).toMatchObject({ status: 503, ok: false, none: null });
    expect(kept.text).toHaveLength(2001);
    expect(kept.list).toHaveLength(201);
    expect(kept.list.at(-1)).toBe("[300 more]");
  });
});
