import { z } from "zod";
import { isRoot } from "../../../catalogue/images";
import { childPath } from "../../../core/property-path";
import { tokens } from "../../../core/tokens";
import { readProperty } from "../../../core/value";
import { previewImages, stepsTo } from "../../lib/previews";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: HOST-11
export const containersUnprivileged = defineRule({
  id: "containers-unprivileged",
  title: "Previews run as a user who is not root",
  why: "Previews run what strangers wrote: as root it may change the image's own tools and is one fault of the kernel away from the machine.",
  fix: "Name a user of the base image in previews.image.user, such as node.",
  severity: "high",
  topics: ["access", "services"],
  references: [
    {
      standard: "CIS Docker Benchmark 1.6.0",
      clause: "4.1 Ensure that a user for the container has been created",
      url: "https://www.cisecurity.org/benchmark/docker",
    },
  ],
  appliesTo: [tokens.containerService],
  options: z.strictObject({}),
  check: ({ inputs }) => {
    if (readProperty(inputs, ["services"]).state === "unknown") {
      return unknown({ property: "services", input: "services" });
    }
    const images = previewImages(inputs);
    if (images.length === 0) return notApplicable("no image of previews is declared");
    return images.map(({ service, property: image }): Answer => {
      const property = childPath(image, "user");
      const evidence = { property, input: property, wanted: "a user who is not root" };
      const user = readProperty(inputs, [...stepsTo(service), "user"]);
      if (user.state === "unknown") return unknown(evidence);
      const found = textOf(user);
      // Without a word Docker takes root.
      if (found === undefined) return fail({ ...evidence, found: null });
      return isRoot(found) ? fail({ ...evidence, found }) : pass({ ...evidence, found });
    });
  },
});
