import { imageFormats, pinnedImagePattern, pinnedImageWords } from "../../catalogue/images";
import type { Problem } from "../../core/errors";
import type { PreviewImageSpec, ServiceSpec } from "../../render/service";

// Requirement: HOST-11
/** What is wrong with the image of a service's previews; paths count from the service. */
export function previewProblems({ previews }: ServiceSpec): Problem[] {
  const { image } = previews ?? {};
  if (!image) return [];
  return [...textsOf(image).flatMap(textProblems), ...numberProblems(image)].map((it) => ({
    ...it,
    where: { path: `previews.image.${it.where.path}` },
  }));
}

interface Text {
  path: string;
  text: string;
  format: { pattern: RegExp; words: string };
}

/** Every text of the recipe with what it may be. */
function textsOf({ base, user, workdir, healthCheck, packages, tools }: PreviewImageSpec): Text[] {
  return [
    { path: "base", text: base, format: { pattern: pinnedImagePattern, words: pinnedImageWords } },
    { path: "user", text: user, format: imageFormats.user },
    { path: "workdir", text: workdir, format: imageFormats.folder },
    { path: "healthCheck.path", text: healthCheck.path, format: imageFormats.path },
    ...Object.entries(packages).flatMap(([name, version]) => [
      { path: `packages.${name}`, text: name, format: imageFormats.packageName },
      { path: `packages.${name}`, text: version, format: imageFormats.packageVersion },
    ]),
    ...Object.entries(tools).flatMap(([name, version]) => [
      { path: `tools.${name}`, text: name, format: imageFormats.toolName },
      { path: `tools.${name}`, text: version, format: imageFormats.toolVersion },
    ]),
  ];
}

function textProblems({ path, text, format: { pattern, words } }: Text): Problem[] {
  return pattern.test(text) ? [] : [{ where: { path }, found: text, allowed: words }];
}

function numberProblems({ port, healthCheck }: PreviewImageSpec): Problem[] {
  const { interval, timeout, retries } = healthCheck;
  const isPort = Number.isInteger(port) && port >= 1024 && port <= 65_535;
  return [
    ...unless(isPort, "port", `${port}`, "1024 to 65535: no other can be bound without root"),
    ...unless(
      timeout >= 1 && timeout < interval,
      "healthCheck.timeout",
      `${timeout} s`,
      `less than the interval of ${interval} s`,
    ),
    ...unless(retries >= 1, "healthCheck.retries", `${retries}`, "1 at least"),
  ];
}

function unless(holds: boolean, path: string, found: string, allowed: string): Problem[] {
  return holds ? [] : [{ where: { path }, found, allowed }];
}
