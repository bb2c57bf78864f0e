import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { filesOf } from "../../cli/rendered/files";
import { type HostVendor, hostVendors } from "../../hosts";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { stacks, textOf } from "../config/support";
import { inputOf, withProgram } from "./support/stacks";

/* The example product with one more line in dev's file: who serves the site. Everything else stays as it is written. */

const elsewhere = hostVendors.filter((it) => it !== "vercel");
const section = "  groundwork:hosting:\n";
const at = (vendor: HostVendor, stack: string) =>
  textOf(`Pulumi.${stack}.yaml`).replace(section, `${section}    vendor: ${vendor}\n`);

type Run = readonly DeclaredResource[];
let before: Run;
const runs = new Map<string, Run>();
beforeAll(async () => {
  await withProgram(async (run) => {
    before = await run("dev", textOf("Pulumi.dev.yaml"));
    runs.set("vercel", await run("dev", at("vercel", "dev")));
    for (const vendor of elsewhere) {
      runs.set(vendor, await run("dev", at(vendor, "dev")));
      for (const stack of stacks.filter((it) => it !== "dev"))
        runs.set(`${vendor} ${stack}`, await run(stack, at(vendor, stack)));
    }
  });
}, 600_000);

const runOf = (key: string): Run => runs.get(key) ?? [];
const known = (resources: Run) =>
  new Map(resources.map(({ urn, inputs }) => [urn, JSON.stringify(inputs)]));

/** What belongs to the site, at whichever host: its project, and what the registry hands to it. */
const isOfSite = ({ type, name }: DeclaredResource) =>
  /^web($|-)/.test(name) || type.startsWith("vercel:") || type === tokens.hostingProject;

// Requirement: CONF-02
describe("dev's site at another host, by one line of its file,", () => {
  it("is at Vercel where that is the line, without any change", () => {
    expect(known(runOf("vercel"))).toEqual(known(before));
  });

  it.each(elsewhere)("is at %s, and nothing else of the stack changes", (vendor) => {
    const after = runOf(vendor);
    const rest = (resources: Run) => known(resources.filter((it) => !isOfSite(it)));
    const outside = [...rest(after)].filter(([urn, inputs]) => rest(before).get(urn) !== inputs);
    expect(outside.map(([urn]) => urn.split("::").at(-1))).toEqual([]);
    expect([...rest(before).keys()].filter((urn) => !rest(after).has(urn))).toEqual([]);
    expect(after.filter(({ type }) => type.startsWith("vercel:"))).toEqual([]);
  });

  it.each(elsewhere)(
    "at %s keeps the hosts, variables and headers that the file names",
    (vendor) => {
      const site = (path: string) =>
        inputOf(runOf(vendor), [tokens.hostedSite, "web-site"], [path]);
      expect(site("domains")).toMatchObject({ value: { "dev.velocity-platform.com": {} } });
      expect(site("variables")).toMatchObject({
        value: { JWT_SECRET: { secret: true }, LOG_LEVEL: { value: "debug" } },
      });
      const routes = runOf(vendor).filter(({ type }) => type === tokens.hostedRoute);
      expect(routes.map(({ name }) => name).sort()).toEqual([
        "web-headers",
        "web-route-static-assets",
      ]);
    },
  );

  it.each(elsewhere.flatMap((vendor) => stacks.map((stack) => [vendor, stack] as const)))(
    "at %s in %s is rendered to the file whose digest its component has",
    (vendor, stack) => {
      const resources = runOf(stack === "dev" ? vendor : `${vendor} ${stack}`);
      const rendered = inputOf(resources, [tokens.hostedSite, "web-site"], ["rendered"]);
      const { file, sha256 } = (rendered as unknown as { value: { file: string; sha256: string } })
        .value;
      const text = filesOf(resources, stack).find((it) => it.file === file)?.text ?? "";
      expect(createHash("sha256").update(text).digest("hex")).toBe(sha256);
    },
  );
});
