import { create } from "xmlbuilder2";
import { describe, expect, it } from "vitest";
import { atomFeed, jsonFeed } from "../../../render/status-page/feeds";
import { incidentFile } from "../../../render/status-page/incident-file";
import { nextUpdateOf, statusPage } from "../../../render/status-page/page";

const now = new Date("2025-02-01T00:00:00Z");
const update = (at: string, state: string, text = "We look into it.") => ({ at, state, text });
const incident = (over: object = {}) =>
  incidentFile.parse({
    ...{ id: "INC-2025-001", start: "2025-01-31T15:05:00+01:00", impact: "Previews fail." },
    updates: [update("2025-01-31T14:20:00Z", "investigating")],
    ...over,
  });
const over = incident({
  id: "INC-2025-002",
  updates: [
    update("2025-01-31T14:20:00Z", "identified"),
    update("2025-01-31T15:00:00Z", "resolved"),
  ],
});
const page = (...incidents: ReturnType<typeof incident>[]) =>
  statusPage({ title: "Shop status", incidents, now });

// Requirement: UPT-06
describe("the status page", () => {
  it("tells what is now and what was, with id, start, state, impact and the next update", () => {
    const html = page(incident({ services: ["app"] }), over);
    expect(html).toContain("1 incident now.");
    const [today = "", earlier = ""] = html.split('id="earlier"');
    expect(today).toContain("INC-2025-001: investigating");
    expect(today).toContain("Next update by");
    expect(today).toContain("2025-01-31T14:50:00.000Z");
    expect(today).toContain("Affected: app");
    expect(earlier).toContain("INC-2025-002: resolved");
    expect(earlier.indexOf("resolved</strong>")).toBeLessThan(
      earlier.indexOf("identified</strong>"),
    );
    expect(page(over)).toContain("All services work.");
  });

  it("keeps what people write as text, and would run nothing if it did not", () => {
    const evil = `<img src=x onerror=alert(1)>"'`;
    const told = [update("2025-01-31T14:20:00Z", "investigating", evil)];
    const html = statusPage({
      title: evil,
      incidents: [incident({ impact: evil, services: [evil], updates: told })],
      now,
    });
    expect(html).not.toContain("<img");
    expect(html).toMatch(/default-src (&#39;|')none(&#39;|'); style-src (&#39;|')sha256-/);
    expect(html).not.toContain("<script");
  });

  it("knows until when users must hear more", () => {
    expect(nextUpdateOf(incident())?.toISOString()).toBe("2025-01-31T14:50:00.000Z");
    expect(nextUpdateOf(over)).toBeUndefined();
  });

  it.each([
    ["an id of another form", { id: "INC-25-1" }],
    ["no update", { updates: [] }],
    ["an update before the start", { updates: [update("2025-01-30T00:00:00Z", "resolved")] }],
    [
      "updates that are not in order",
      {
        updates: [
          update("2025-02-01T00:00:00Z", "identified"),
          update("2025-01-31T20:00:00Z", "resolved"),
        ],
      },
    ],
    ["a state that is none", { updates: [update("2025-02-01T00:00:00Z", "panicking")] }],
    ["a key that nobody reads", { severity: 1 }],
  ])("takes no incident with %s", (_what, wrong) => {
    expect(() => incident(wrong)).toThrow();
  });
});

describe("its feeds", () => {
  const feed = { title: "Shop & status", incidents: [incident(), over], now };
  const url = "https://status.example.com";

  it("tell every update once, the last first, in Atom", () => {
    const read = create(atomFeed({ ...feed, url })).end({ format: "object" }) as {
      feed: { id: string; updated: string; entry: { id: string; title: string }[] };
    };
    expect(read.feed).toMatchObject({ id: `${url}/`, updated: "2025-01-31T15:00:00.000Z" });
    expect(read.feed.entry.map(({ title }) => title)).toEqual([
      "INC-2025-002: resolved",
      expect.stringMatching(/^INC-2025-00[12]: i/) as string,
      expect.stringMatching(/^INC-2025-00[12]: i/) as string,
    ]);
    expect(new Set(read.feed.entry.map(({ id }) => id)).size).toBe(3);
  });

  it("hold what no XML may hold in no form", () => {
    const dirty = incident({ impact: "a\u0000b\u0008 <c>" });
    const xml = atomFeed({ ...feed, incidents: [dirty] });
    expect(xml).toContain("a\uFFFDb\uFFFD &lt;c&gt;");
  });

  it("tell the same as JSON, with addresses only where the page has one", () => {
    const read = JSON.parse(jsonFeed({ ...feed, url })) as { items: object[]; feed_url: string };
    expect(read).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      feed_url: `${url}/feed.json`,
    });
    expect(read.items).toHaveLength(3);
    expect(jsonFeed(feed)).not.toContain("feed_url");
  });
});
