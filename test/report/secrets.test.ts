import { describe, expect, it } from "vitest";
import { reportFormatNames, reportFormats } from "../../cli/reports/formats";
import { childPath } from "../../core/property-path";
import type { DeclaredResource } from "../../core/resource";
import { type Value, isPropertyMap } from "../../core/value";
import { buildReport } from "../../report/build";
import { leaksIn } from "../support/secret-scan";
import { situations } from "./situations";
import { smallStack } from "./small-stack";

const secret = `ab"c\\d e&f=g?h/ü~~~>>>???9`;

/** Paths of all texts that hold the secret. */
function secretPaths(value: Value, path = ""): string[] {
  if (value === secret) return [path];
  if (Array.isArray(value)) {
    return value.flatMap((one: Value, at) => secretPaths(one, `${path}[${at}]`));
  }
  if (!isPropertyMap(value)) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    one === undefined ? [] : secretPaths(one, childPath(path, key)),
  );
}

/** A stack in which every text is secret, and a bag of secrets that nobody asks for by name. */
function sealed(): DeclaredResource[] {
  return smallStack(() => secret).map((one) => {
    const inputs = { ...one.inputs, region: secret, primaryRegion: secret, deep: [{ a: secret }] };
    return { ...one, inputs, outputs: { id: "id", arn: secret }, secrets: secretPaths(inputs) };
  });
}

// Requirement: SECR-07
describe("no file of a report shows a secret input", () => {
  it.each(Object.keys(situations))("in a situation with %s", async (name) => {
    const given = situations[name];
    if (!given) throw new Error("no situation");
    const resources = [...given.resources, ...sealed()];
    const report = buildReport({ ...given, resources });
    expect(report.resources).toHaveLength(resources.length);
    for (const format of reportFormatNames) {
      const { file, load } = reportFormats[format];
      expect(leaksIn({ [file]: (await load())(report) }, { KEY: secret })).toEqual([]);
    }
  });
});
