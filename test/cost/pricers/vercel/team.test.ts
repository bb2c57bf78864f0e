import { describe, expect, it } from "vitest";
import { declared } from "../../stand-ins";
import { billed, total, unpriced } from "../aws/bill";
import { paid, using } from "../quiet";
import { bare, site } from "./stand-ins";

/* Prices: https://vercel.com/docs/plans/pro-plan, read on 2026-07-15. */

describe("the plan and the seats of a team on Vercel", () => {
  it.each([
    // Pro is $20 with one seat.
    [0, "20"],
    [1, "20"],
    // 3 seats: $20 + 2 × $20 = $60.
    [3, "60"],
  ])("leave one seat free: %i seats", (seats, expected) => {
    const usage = using({ "seats.vercel": seats });
    expect(total(billed(site("pro"), { usage }))).toBe(expected);
  });

  it("count no fewer seats than are declared, viewers left out", () => {
    const member = (name: string, role: string) =>
      declared("vercel:index/teamMember:TeamMember", name, { role });
    const team = [member("a", "OWNER"), member("b", "MEMBER"), member("c", "VIEWER")];
    // 2 seats: $20 + 1 × $20.
    expect(total(billed([...site("pro"), ...team], { usage: using() }))).toBe("40");
  });

  it("are counted by one stack", () => {
    const bill = billed(site("pro"), { usage: using({ "seats.vercel": 3 }), share: 0 });
    expect(total(bill)).toBe("0");
    expect(bill.elsewhere).toEqual(["plan and seats of Vercel"]);
  });

  it("are counted once for several projects", () => {
    const projects = [...site("pro"), bare("docs"), bare("blog")];
    expect(paid(billed(projects, { usage: using() }))).toEqual(["vercel-pro-base 1 20"]);
  });

  it("are those of Pro where no project says a plan, which the line says", () => {
    const bill = billed([bare()], { usage: using() });
    expect(bill.lines.find(({ price }) => price.sku === "vercel-pro-base")?.rests).toEqual([
      "the team is on the plan pro, as no project says another",
    ]);
  });

  it("cost nothing without a project", () => {
    expect(billed([declared("vercel:index/webhook:Webhook", "hook")]).lines).toEqual([]);
  });

  it("cost nothing on Hobby, and neither does any use", () => {
    const bill = billed(site("hobby"), { usage: using({ "hosting.requests": 50_000_000 }) });
    expect(total(bill)).toBe("0");
    expect(bill.free.map(({ free }) => free)).toEqual([
      "the Hobby plan bills no use: beyond its limits a project is paused",
    ]);
  });

  it("are not priced on Enterprise", () => {
    expect(unpriced(billed(site("enterprise")))).toEqual([
      "Enterprise plan: no list price is published",
      "an Enterprise contract has prices of its own, which are not published",
    ]);
  });

  it("add what the team buys for a fixed sum", () => {
    const saml = declared("vercel:index/teamConfig:TeamConfig", "team", {
      saml: { enforced: true },
      previewDeploymentSuffix: "preview.shop.example",
    });
    // $20 + SAML $300 + suffix of previews $100; the credit pays none of it.
    expect(total(billed([...site("pro"), saml], { usage: using() }))).toBe("420");
  });
});
