import { describe, expect, it } from "vitest";
import { type Incident, incidentEntry, incidentMistakes } from "../../render/incident";

const incident: Incident = {
  id: "INC-2025-001",
  start: "2025-01-31T15:05:00+01:00",
  state: "investigating",
  impact: "Previews do not start for some users.",
  updated: "2025-01-31T14:20:00Z",
};

// Requirement: UPT-06
describe("an entry of the status page", () => {
  it("has id, start, state, impact and the next update within 30 minutes, in UTC", () => {
    expect(JSON.parse(incidentEntry(incident).json)).toEqual({
      id: "INC-2025-001",
      start: "2025-01-31T14:05:00.000Z",
      state: "investigating",
      impact: "Previews do not start for some users.",
      updated: "2025-01-31T14:20:00.000Z",
      nextUpdate: "2025-01-31T14:50:00.000Z",
    });
  });

  it("promises no update once all is over", () => {
    const { json, html } = incidentEntry({ ...incident, state: "resolved" });
    expect(JSON.parse(json)).not.toHaveProperty("nextUpdate");
    expect(html).not.toContain("Next update");
  });

  it("says the same as HTML", () => {
    expect(incidentEntry(incident).html).toBe(`<article id="INC-2025-001">
  <h2>INC-2025-001: investigating</h2>
  <p>Previews do not start for some users.</p>
  <p>Since <time datetime="2025-01-31T14:05:00.000Z">2025-01-31T14:05:00.000Z</time>. Written <time datetime="2025-01-31T14:20:00.000Z">2025-01-31T14:20:00.000Z</time>. Next update by <time datetime="2025-01-31T14:50:00.000Z">2025-01-31T14:50:00.000Z</time>.</p>
</article>
`);
  });

  it("shows what people write as text, whatever it looks like", () => {
    const impact = `<img src=x onerror="alert('1')"> & more`;
    const { html, json } = incidentEntry({ ...incident, impact });
    expect(html).toContain(
      "<p>&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62; &#38; more</p>",
    );
    expect((JSON.parse(json) as Incident).impact).toBe(impact);
  });

  it("has nothing wrong with it", () => {
    expect(incidentMistakes(incident)).toEqual({});
  });

  it.each<[Partial<Incident>, object]>([
    [{ id: "INC-25-1" }, { id: "a form like INC-2025-001" }],
    [{ start: "yesterday" }, { start: "a time such as 2025-01-31T14:05:00Z" }],
    [
      { state: "panicking" as never },
      { state: "one of investigating, identified, monitoring, resolved" },
    ],
    [{ impact: "  " }, { impact: "what users notice, in plain words" }],
    [{ updated: "2025-01-31T14:04:59Z" }, { updated: "a time after the start" }],
  ])("is refused with %j", (more, mistakes) => {
    expect(incidentMistakes({ ...incident, ...more })).toEqual(mistakes);
  });
});
