import { stripVTControlCharacters } from "node:util";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { placeResults } from "../../cli/places";
import { findingsText } from "../../cli/view/results";
import { readStackFile } from "../../config/stack-file";
import type { RuleResult } from "../../core/finding";
import type { DeclaredResource } from "../../core/resource";
import { hstsPresent } from "../../policies/rules/headers/hsts-present";

const stackFile = readStackFile(
  `config:
  groundwork:hosting:
    name: web
    headers:
      strictTransportSecurity: false
  groundwork:storage:
    buckets:
      backups:
        name: shop-backups
  groundwork:policy:
    waivers:
      - rule: frame-options
        target: other
      - rule: hsts-present
        target: web-headers
`,
  "/project/Pulumi.prod.yaml",
  "groundwork",
);

const host = "urn:pulumi:prod::groundwork::groundwork:hosting:HostingProject";
const project = `${host}$vercel:index/project:Project`;
const route = `${project}$vercel:index/projectRoute:ProjectRoute`;

const finding = (urn: string, rest: Partial<RuleResult> = {}): RuleResult => ({
  rule: "hsts-present",
  state: "fail",
  urn,
  level: "mandatory",
  severity: "high",
  message: "found nothing, wanted the header",
  ...rest,
});
const declared = (urn: string, rest: Partial<DeclaredResource>): DeclaredResource => ({
  urn,
  type: "",
  name: "",
  custom: true,
  protect: false,
  inputs: {},
  propertyDependencies: {},
  ...rest,
});
const at = (line: number, file = "index.ts") => ({ file, line, column: 3 });

const resources = [
  declared(`${host}::web`, { custom: false, place: at(12) }),
  declared(`${project}::web`, { parent: `${host}::web`, place: at(40, "components/x.ts") }),
  declared(`${route}::web-headers`, {
    parent: `${project}::web`,
    place: at(50, "components/x.ts"),
  }),
  declared("urn:pulumi:prod::groundwork::a:b/c:C::raw", { place: at(80) }),
];
const placed = (result: RuleResult) => placeResults([result], { stackFile, resources })[0];

describe("the place in the stack file", () => {
  it("is the key that decides it, by the nearest component above", () => {
    const result = finding(`${route}::web-headers`, { input: "headers.strictTransportSecurity" });
    expect(placed(result)?.place).toEqual({
      file: "/project/Pulumi.prod.yaml",
      path: "groundwork:hosting.headers.strictTransportSecurity",
      line: 5,
      column: 7,
    });
  });

  it("is the section where no arg decides a finding, and nothing where it holds", () => {
    expect(placed(finding(`${route}::web-headers`))?.place?.path).toBe("groundwork:hosting");
    expect(placed(finding(`${route}::web-headers`, { state: "pass" }))?.place).toBeUndefined();
    const held = finding(`${route}::web-headers`, { state: "pass", input: "headers" });
    expect(placed(held)?.place?.path).toBe("groundwork:hosting.headers");
  });

  it("is the entry of a record that the resource belongs to", () => {
    const bucket = "urn:pulumi:prod::groundwork::groundwork:storage:StorageBucket$a:b/c:C";
    const result = finding(`${bucket}::storage-backups-versioning`, { input: "name" });
    expect(placed(result)?.place).toMatchObject({
      path: "groundwork:storage.buckets.backups.name",
      line: 9,
    });
  });

  it("is unknown for what no section sets", () => {
    const raw = finding("urn:pulumi:prod::groundwork::a:b/c:C::raw", { input: "name" });
    expect(placed(raw)?.place).toBeUndefined();
  });

  it("is for a waiver its own entry, and for what is waived that of its waiver", () => {
    const profile = "urn:pulumi:prod::groundwork::groundwork:stack:StackProfile::profile";
    expect(placed(finding(profile, { input: "waivers[1]" }))?.place).toMatchObject({
      path: "groundwork:policy.waivers[1]",
      line: 14,
    });
    const waiver = { index: 1, reason: "r", owner: "o", expires: "2027-01-31" };
    const waived = placed(finding(`${route}::web-headers`, { waiver }));
    expect(waived?.waiverPlace).toEqual({
      file: "/project/Pulumi.prod.yaml",
      path: "groundwork:policy.waivers[1]",
      line: 14,
      column: 9,
    });
    expect(placed(finding(profile))?.waiverPlace).toBeUndefined();
  });
});

describe("the place in the program", () => {
  it("is the call of the nearest component", () => {
    const source = { file: "/project/index.ts", line: 12, column: 3 };
    expect(placed(finding(`${route}::web-headers`))?.source).toEqual(source);
    expect(placed(finding(`${host}::web`))?.source).toEqual(source);
  });

  it("is its own for a resource that is declared beside the components", () => {
    const raw = finding("urn:pulumi:prod::groundwork::a:b/c:C::raw");
    expect(placed(raw)?.source).toEqual({ file: "/project/index.ts", line: 80, column: 3 });
  });

  it("is unknown for the stack, for what holds, and where nothing is known of the program", () => {
    expect(placed(finding("urn:pulumi:prod::groundwork::x:y:Z::none"))).not.toHaveProperty(
      "source",
    );
    expect(placed(finding(`${host}::web`, { state: "pass" }))).not.toHaveProperty("source");
    expect(placeResults([finding(`${host}::web`)], { stackFile })[0]).not.toHaveProperty("source");
  });
});

describe("a finding in words", () => {
  beforeEach(() => {
    vi.spyOn(process, "cwd").mockReturnValue("/project");
  });
  const text = (result: RuleResult) =>
    stripVTControlCharacters(findingsText(placeResults([result], { stackFile, resources }))).split(
      "\n",
    );
  const result = finding(`${route}::web-headers`, {
    property: "route.headers",
    input: "headers.strictTransportSecurity",
    found: null,
    wanted: "the header",
  });

  it("says where it is decided, in the stack file and in the program", () => {
    expect(text(result)).toEqual([
      "✗ hsts-present on vercel ProjectRoute web-headers (mandatory, high)",
      "    in     route.headers",
      "    found  nothing",
      "    wanted the header",
      "    at     Pulumi.prod.yaml:5 groundwork:hosting.headers.strictTransportSecurity",
      "    code   index.ts:12",
      `    fix    ${hstsPresent.fix}`,
    ]);
  });

  it("says of a waived one where its waiver stands", () => {
    const waiver = { index: 1, reason: "it moves", owner: "web-team", expires: "2027-01-31" };
    expect(text({ ...result, waiver }).slice(-2)).toEqual([
      "    waived until 2027-01-31 by web-team: it moves",
      "    by     Pulumi.prod.yaml:14 groundwork:policy.waivers[1]",
    ]);
  });

  it("says nothing of an unknown that the stack allows", () => {
    expect(text({ ...result, state: "unknown", allowed: true })).toEqual([""]);
  });
});
