import { describe, expect, it } from "vitest";
import type { UserError } from "../../core/errors";
import { readExport } from "../../state/export";

const resource = { urn: "urn:pulumi:prod::shop::aws:s3/bucket:Bucket::files", type: "aws:s3/x:X" };
const text = (over: object = {}, resources: unknown = [resource]) =>
  JSON.stringify({ version: 3, deployment: { resources }, ...over });

function refusal(content: string): string {
  try {
    readExport(content, "prod.json");
  } catch (error) {
    expect((error as UserError).exitCode).toBe(2);
    return (error as UserError).message;
  }
  return expect.unreachable("was read");
}

describe("readExport", () => {
  it("reads what engines of today write", () => {
    for (const version of [3, 4]) {
      expect(readExport(text({ version }), "prod.json").deployment.resources).toEqual([resource]);
    }
  });

  const exporting = "write one with pulumi stack export --file FILE";
  const notOurs = "so no exported state";
  const empty = "an empty deployment: nothing is there to judge; export a stack that is up";
  it.each([
    ["text", "urn: x", `not JSON, ${notOurs}; ${exporting}`],
    ["nothing", "", `not JSON, ${notOurs}; ${exporting}`],
    ["a list", "[]", `not JSON, ${notOurs}; ${exporting}`],
    ["another file", '{"name": "shop"}', `no deployment in it, ${notOurs}; ${exporting}`],
    [
      "a backend's file",
      '{"version": 3, "checkpoint": {"latest": {}}}',
      `a backend's own file of a stack, not an export; ${exporting}`,
    ],
    [
      "resources of another kind",
      text({}, [{ name: "files" }]),
      `a deployment whose resources have no URN and type; ${exporting}`,
    ],
    [
      "resources without a URN",
      text({}, [{ ...resource, urn: "files" }]),
      `a deployment whose resources have no URN and type; ${exporting}`,
    ],
    [
      "something else for resources",
      text({}, "all"),
      `a deployment whose resources have no URN and type; ${exporting}`,
    ],
    ["no resources", text({}, []), empty],
    ["null for resources", text({}, null), empty],
    ["resources left out", '{"version": 3, "deployment": {}}', empty],
  ])("refuses %s", (_what, content, message) => {
    expect(refusal(content)).toBe(`prod.json: ${message}`);
  });

  it.each([
    [2, "version 2"],
    [5, "version 5"],
    [undefined, "version none"],
    ["3", 'version "3"'],
  ])("refuses a deployment of version %s", (version, told) => {
    expect(refusal(text({ version }))).toBe(
      `prod.json: a deployment of ${told}; expected version 3 or 4; pulumi stack export of a current engine writes one of these`,
    );
  });
});
