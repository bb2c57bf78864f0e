import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { describe, expect, it } from "vitest";
import { describedOperations } from "../../scripts/operation-runbooks/all";
import { guidance } from "../../scripts/operation-runbooks/guidance";
import { nameOf, operationPage } from "../../scripts/operation-runbooks/page";

const folder = path.resolve(__dirname, "../../docs/runbooks/operations");
const all = describedOperations();
const names = all.map(nameOf);

// Requirement: OPS-08
describe("runbooks of operations", () => {
  it.each(all.map((one) => [nameOf(one), one] as const))(
    "%s has a page that is up to date",
    async (name, one) => {
      const file = path.join(folder, `${name}.md`);
      expect(existsSync(file)).toBe(true);
      const options = { ...(await resolveConfig(file)), filepath: file };
      expect(readFileSync(file, "utf8")).toBe(await format(operationPage(one), options));
    },
  );

  it("tell what people know of the operations that change or judge a running stack", () => {
    const wanted = ["smoke", "rollback", "drift", "rotate", "ops", "recover", "restore-drill"];
    expect(Object.keys(guidance)).toEqual(expect.arrayContaining(wanted));
    expect(names).toEqual(expect.arrayContaining(wanted));
  });

  it("tell of no operation that is none", () => {
    expect(names).toEqual(expect.arrayContaining(Object.keys(guidance)));
  });
});
