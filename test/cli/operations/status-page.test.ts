import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { statusPageCommand } from "../../../cli/operations/status-page";
import { spokenContext } from "../support";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(os.tmpdir(), "status-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const incident = (id: string, state: string) => `
id: ${id}
start: 2026-11-21T10:00:00Z
impact: Previews fail.
updates:
  - { at: 2026-11-21T11:00:00Z, state: ${state}, text: We know why. }
`;
async function written(url?: string) {
  const { context, out } = spokenContext({ cwd: folder });
  const flags = { incidents: ".", out: "site", title: "Shop", ...(url !== undefined && { url }) };
  return { code: await statusPageCommand(context, flags), said: out.join("\n") };
}

// Requirement: UPT-06
describe("groundwork status-page", () => {
  it("writes the page and its feeds, and nothing half", async () => {
    file("one.yaml", incident("INC-2026-001", "resolved"));
    file("notes.txt", "not an incident");
    const { code, said } = await written("https://status.example.com/");
    expect([code, said]).toEqual([0, expect.stringContaining("1 incidents, 0 now")]);
    expect(readdirSync(path.join(folder, "site")).sort()).toEqual([
      ...["feed.atom", "feed.json", "index.html"],
    ]);
    const feed = readFileSync(path.join(folder, "site/feed.json"), "utf8");
    expect(feed).toContain('"https://status.example.com/feed.json"');
  });

  it("says that users wait for word", async () => {
    file("one.yaml", incident("INC-2026-001", "identified"));
    const { code, said } = await written();
    expect(code).toBe(1);
    expect(said).toContain("! INC-2026-001: users were to hear more by 2026-11-21T11:30:00.000Z");
  });

  it("refuses everything that is wrong at once, and writes nothing", async () => {
    file("one.yaml", incident("INC-1", "panicking"));
    file("two.json", incident("INC-2026-002", "resolved"));
    file("three.yml", incident("INC-2026-002", "resolved"));
    await expect(async () => written()).rejects.toThrow(/id: .*\n.*state: .*\n.*another file is/s);
    expect(readdirSync(folder)).not.toContain("site");
    await expect(async () => written("ftp://x")).rejects.toThrow("expected an address");
  });

  it("says where a file is no YAML", async () => {
    file("one.yaml", "id: [");
    await expect(async () => written()).rejects.toThrow(/one\.yaml:1.*not valid YAML/);
  });
});
