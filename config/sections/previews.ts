import { z } from "zod";
import { flyRestarts } from "../../catalogue/fly";
import { imageFormats, pinnedImagePattern, pinnedImageWords } from "../../catalogue/images";

const texts = (format: keyof typeof imageFormats) =>
  z.string().regex(imageFormats[format].pattern, imageFormats[format].words);

const seconds = z.int().min(1).max(3600);

const healthCheck = z
  .strictObject({
    path: texts("path")
      .optional()
      .describe("Path that answers 2xx while all is well.")
      .meta({ default: "/health" }),
    interval: seconds.optional().describe("Seconds between two questions.").meta({ default: 30 }),
    timeout: seconds
      .optional()
      .describe("Seconds after which an answer counts as missing; less than the interval.")
      .meta({ default: 5 }),
    retries: z
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe("Failures in a row after which the container is unhealthy.")
      .meta({ default: 3 }),
  })
  .refine(({ timeout = 5, interval = 30 }) => timeout < interval, {
    message: "less than the interval",
    path: ["timeout"],
  });

const image = z.strictObject({
  base: z
    .string()
    .regex(pinnedImagePattern, pinnedImageWords)
    .describe("Image it is built on, Debian with Node, by digest or by commit."),
  port: z
    .int()
    .min(1024, "1024 to 65535: no other can be bound without root")
    .max(65_535)
    .optional()
    .describe("Port that a preview listens on.")
    .meta({ default: 8080 }),
  user: texts("user")
    .optional()
    .describe("Who runs it; known to the base image, and never root.")
    .meta({ default: "node" }),
  workdir: texts("folder")
    .optional()
    .describe("Folder that it works in.")
    .meta({ default: "/app" }),
  healthCheck: healthCheck.optional().describe("How it is asked whether it is well."),
  packages: z
    .record(texts("packageName"), texts("packageVersion"))
    .optional()
    .describe("Debian packages by name, each with its exact version."),
  tools: z
    .record(texts("toolName"), texts("toolVersion"))
    .optional()
    .describe("Tools from npm by name, each with its exact version."),
});

/** Previews that a service runs: how many, on whose machines, in which image. */
export const previews = z.strictObject({
  poolSize: z
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe("Previews that can run at a time. Default by tier: 2, 5, 20."),
  app: z
    .string()
    .regex(
      /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
      "a name of at most 63 lower-case letters, digits and hyphens",
    )
    .optional()
    .describe("The vendor's name of the pool's app. Default: the service's app and -previews."),
  restart: z
    .enum(flyRestarts)
    .optional()
    .describe("When a preview that ended by itself is started again.")
    .meta({ default: "always" }),
  image: image.optional().describe("The image that previews run in; rendered with the pool."),
});
