import { describe, expect, it } from "vitest";
import { measured, measureText } from "../../../operations/rollback/measure";

/* Requirement: DR-02, DR-04, DR-15 */

describe("how long a rollback took", () => {
  it.each([
    [1.25, 5, true, "took 1.3 s, within the 5 minutes that are promised"],
    [300, 5, true, "took 300.0 s, within the 5 minutes that are promised"],
    [301, 5, false, "took 301.0 s, beyond the 5 minutes that are promised"],
    [301, undefined, true, "took 301.0 s; no recovery time is declared"],
  ])("%d s of %s minutes", (seconds, minutes, held, text) => {
    const measure = measured(seconds, minutes);
    expect(measure.held).toBe(held);
    expect(measureText(measure)).toBe(text);
  });
});
