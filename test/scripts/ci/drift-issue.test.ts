import { describe, expect, it } from "vitest";
import { type DriftReport, tellDrift } from "../../../scripts/ci/drift-issue";
import { bot, fakeGh, person } from "./fake-gh";

const url = "https://github.com/velocity/velocity-platform/actions/runs/1";
const marker = "<!-- groundwork: drift prod -->";
const clean: DriftReport = { stack: "prod", resources: 400, findings: [] };
const finding = {
  type: "vercel:index/project:Project",
  name: "web",
  property: "nodeVersion",
  severity: "high",
  owner: "platform-team",
  says: "differs at the provider; | <b>it decides</b> @everybody",
};
const drifted: DriftReport = { ...clean, findings: [finding] };

// Requirement: OPS-04, OPS-06
describe("the issue of a stack that drifted", () => {
  it("is opened with the first finding, with no value of the state in it", () => {
    const gh = fakeGh([{ number: 1, body: `${marker} quoted`, user: person }]);
    expect(tellDrift(gh, drifted, url)).toBe("opened");
    const [call] = gh.calls;
    expect(call).toMatchObject({
      method: "POST",
      path: "repos/{owner}/{repo}/issues",
      body: { title: "prod is not as it is declared: one difference" },
    });
    const { body } = call?.body as { body: string };
    expect(body.startsWith(marker)).toBe(true);
    expect(body).toContain(
      "| high | web nodeVersion | vercel:index/project:Project | platform-team |",
    );
    expect(body).toContain("\\| \\<b\\>it decides\\</b\\> \\@everybody");
  });

  it("is kept up to date, one for each stack", () => {
    const others = [
      { number: 4, body: "<!-- groundwork: drift staging -->", user: bot },
      { number: 5, body: `${marker}\nold`, user: bot },
    ];
    const gh = fakeGh(others);
    const findings = Array.from({ length: 60 }, () => finding);
    expect(tellDrift(gh, { ...drifted, findings }, url)).toBe("updated");
    expect(gh.calls).toMatchObject([
      {
        method: "PATCH",
        path: "repos/{owner}/{repo}/issues/5",
        body: { title: "prod is not as it is declared: 60 differences" },
      },
    ]);
    expect((gh.calls[0]?.body as { body: string }).body).toContain("and 10 more.");
  });

  it("closes by itself with the last finding; where there is none and was none, nothing is written", () => {
    const gh = fakeGh([{ number: 5, body: marker, user: bot }]);
    expect(tellDrift(gh, clean, url)).toBe("closed");
    expect(gh.calls).toMatchObject([
      { method: "POST", path: "repos/{owner}/{repo}/issues/5/comments" },
      { method: "PATCH", path: "repos/{owner}/{repo}/issues/5", body: { state: "closed" } },
    ]);
    const quiet = fakeGh([]);
    expect(tellDrift(quiet, clean, url)).toBe("nothing to tell");
    expect(quiet.calls).toEqual([]);
  });
});
