import { z } from "zod";
import { imageFormats, pinnedImagePattern } from "../../../catalogue/images";
import { childPath } from "../../../core/property-path";
import { tokens } from "../../../core/tokens";
import { type PropertyMap, readProperty } from "../../../core/value";
import { readMap } from "../../lib/maps";
import { previewImages, stepsTo } from "../../lib/previews";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

/** A text that names what comes from elsewhere, and when it can never become another thing. */
interface Pin {
  steps: readonly string[];
  pattern: RegExp;
  wanted: string;
}

// Requirement: HOST-11
export const imagesPinned = defineRule({
  id: "images-pinned",
  title: "Images, and what is installed into them, have a version that cannot move",
  why: "A tag such as latest is another thing tomorrow: what was scanned is not what runs, and what ran cannot be had back.",
  fix: "Name images by digest or commit, and packages and tools by their exact version.",
  severity: "medium",
  topics: ["hygiene", "services"],
  references: [
    {
      standard: "SLSA 1.0",
      clause: "Build: provenance names the exact inputs",
      url: "https://slsa.dev/spec/v1.0/provenance",
    },
  ],
  appliesTo: [tokens.containerService],
  options: z.strictObject({}),
  check: ({ inputs }) => {
    if (readProperty(inputs, ["services"]).state === "unknown") {
      return unknown({ property: "services", input: "services" });
    }
    const pins = [...servicePins(inputs), ...previewImages(inputs).flatMap(previewPins(inputs))];
    if (pins.length === 0) return notApplicable("no image is declared");
    return pins.map(({ steps, pattern, wanted }): Answer => {
      const property = steps.reduce(childPath);
      const evidence = { property, input: property, wanted };
      const reading = readProperty(inputs, steps);
      if (reading.state === "unknown") return unknown(evidence);
      const found = textOf(reading);
      if (found === undefined) return fail({ ...evidence, found: null });
      return pattern.test(found) ? pass({ ...evidence, found }) : fail({ ...evidence, found });
    });
  },
});

const image = { pattern: pinnedImagePattern, wanted: "a digest or a commit" };

function servicePins(inputs: PropertyMap): Pin[] {
  const names = Object.keys(readMap(inputs, ["services"]));
  return names.map((name) => ({ steps: ["services", name, "image"], ...image }));
}

const previewPins =
  (inputs: PropertyMap) =>
  ({ service }: { service: string }): Pin[] => {
    const steps = stepsTo(service);
    const installed = (kind: "packages" | "tools", pattern: RegExp) =>
      Object.keys(readMap(inputs, [...steps, kind])).map((name): Pin => ({
        steps: [...steps, kind, name],
        pattern,
        wanted: "an exact version",
      }));
    return [
      { steps: [...steps, "base"], ...image },
      ...installed("packages", imageFormats.packageVersion.pattern),
      ...installed("tools", imageFormats.toolVersion.pattern),
    ];
  };
