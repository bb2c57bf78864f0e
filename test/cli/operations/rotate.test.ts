import { describe, expect, it } from "vitest";
import { rotate } from "../../../cli/operations/rotate";
import { spokenContext } from "../support";

const flags = { sandbox: true, write: true, dryRun: false };

describe("groundwork rotate, before it asks an engine", () => {
  // Requirement: OPS-04
  it("has nothing to do where no secret is as old as the registry allows", async () => {
    const { context, out } = spokenContext({ clock: () => new Date("2026-11-02T12:00:00Z") });
    expect(await rotate(context, "dev", [], flags)).toBe(0);
    expect(out).toEqual(["dev: no generated secret is due"]);
  });

  it("refuses everything that it cannot change at once, and says who can", async () => {
    const { context, out } = spokenContext();
    const refused = rotate(context, "dev", ["JWT_SECRETS", "CRON_SECRET", "RESEND_API_KEY"], flags);
    await expect(refused).rejects.toMatchObject({
      exitCode: 2,
      problems: [
        { found: 'no secret named "JWT_SECRETS"', fix: "did you mean JWT_SECRET?" },
        { found: expect.stringContaining("RESEND_API_KEY is required") as string },
      ],
    });
    expect(out).toEqual([]);
  });
});
