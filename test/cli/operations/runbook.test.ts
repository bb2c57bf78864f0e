import { describe, expect, it } from "vitest";
import { runbook } from "../../../cli/operations/runbook";
import { alarmRows, composites } from "../../../components/alerts/table";
import { spokenContext } from "../support";

async function printed(topic?: string) {
  const { context, out } = spokenContext();
  expect(await runbook(context, topic)).toBe(0);
  return out.join("\n");
}

// Requirement: OPS-08
describe("groundwork runbook", () => {
  it.each([...alarmRows, ...composites].map(({ id }) => id))(
    "knows what to do about %s",
    async (id) => {
      const text = await printed(id);
      expect(text).toMatch(new RegExp(`^${id} \\(alarm, docs/runbooks/`));
      expect(text.split("\n").length).toBeGreaterThan(3);
    },
  );

  it("takes an alarm by its name in AWS, and shows its row of the table", async () => {
    const text = await printed("shop-prod-web-high-error-rate");
    expect(text).toContain("high-error-rate (alarm, docs/runbooks/critical.md)");
    expect(text).toMatch(/^Severity: critical$/m);
    expect(text).toContain("Requests are answered with 5xx");
  });

  it("takes an operation by its name", async () => {
    const text = await printed("rollback");
    expect(text).toContain("rollback (operation, docs/runbooks/operations/rollback.md)");
    expect(text).toContain("## When");
  });

  it("lists all there are, and says which one was meant", async () => {
    const text = await printed();
    expect(text).toContain("operation  drift");
    expect(text).toContain("alarm  high-error-rate");
    await expect(async () => printed("high-eror-rate")).rejects.toThrow(
      "did you mean high-error-rate?",
    );
  });
});
