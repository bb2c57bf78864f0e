import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { planCheck } from "../../../scripts/ci/product";
import { filesOf } from "../../../cli/rendered/files";
import { declaredStacks } from "../support/stacks";
import { sectionsOf } from "../../config/support";
import { readWorkflows, repository } from "./support";

const { image, images } = readWorkflows();
const build = image?.jobs["build"];
const push = image?.jobs["push"];
const onMain =
  "${{ github.event_name == 'push' && github.ref == format('refs/heads/{0}', github.event.repository.default_branch) }}";
const runsOf = (job = build) => (job?.steps ?? []).flatMap(({ run }) => run ?? []);

// Requirement: REPO-11, CONF-41
describe("the workflow of an image", () => {
  it("pushes on the default branch alone, in the one job that may write, after the scan", () => {
    expect(push?.if).toBe(onMain);
    expect(push?.needs).toEqual(["build"]);
    expect(push?.permissions).toEqual({ packages: "write" });
    expect(build?.permissions).toEqual({ contents: "read", packages: "read" });
    expect(runsOf(build).filter((run) => /\bpush\b/.test(run))).toEqual([]);
    expect(runsOf(push).filter((run) => /^docker push /.test(run))).toHaveLength(1);
  });

  it("scans before anything leaves the job, and fails at level high", () => {
    const steps = build?.steps ?? [];
    const at = (is: (text: string) => boolean) =>
      steps.findIndex(({ run = "", uses = "" }) => is(run) || is(uses));
    const scan = steps[at((text) => text.includes("--exit-code"))];
    expect(scan?.run).toContain(
      'image --input /image.tar --exit-code 1 --severity "HIGH,CRITICAL"',
    );
    const order = [
      at((text) => text.startsWith("docker buildx build")),
      steps.indexOf(scan!),
      at((text) => text.startsWith("actions/cache/save@")),
      at((text) => text.startsWith("actions/upload-artifact@")),
    ];
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it("leaves nothing of a pull request: no artifact, and no layer that main would build on", () => {
    const leaves = (build?.steps ?? []).filter(({ uses = "" }) =>
      /^actions\/(cache\/save|upload-artifact)@/.test(uses),
    );
    expect(leaves.map((step) => step.if)).toEqual([onMain, onMain]);
    expect((build?.steps ?? []).some(({ uses = "" }) => uses.startsWith("actions/cache@"))).toBe(
      false,
    );
  });

  it("pushes what was scanned, unchanged: the job that may write builds nothing", () => {
    const uses = (push?.steps ?? []).flatMap((step) => step.uses?.split("@")[0] ?? []);
    expect(uses).toEqual(["actions/download-artifact"]);
    const words = runsOf(push).map((run) => run.split(" ").slice(0, 2).join(" "));
    expect(words).toEqual([
      "docker load",
      "docker login",
      "docker push",
      "docker image",
      "docker image",
    ]);
  });

  it("has one tag, the commit, and says the digest in its summary and its output", () => {
    const tags = [...(image?.text ?? "").matchAll(/\/\$IMAGE:([^"]+)"/g)].map(([, tag]) => tag);
    expect(new Set(tags)).toEqual(new Set(["$GITHUB_SHA"]));
    const commands = [build, push].flatMap((job) => runsOf(job)).join("\n");
    expect(commands).not.toContain("latest");
    expect(commands).toMatch(/RepoDigests 0.*>> "\$GITHUB_OUTPUT"/);
    expect(commands).toMatch(/RepoDigests 0.*>> "\$GITHUB_STEP_SUMMARY"/);
  });

  it("scans with the scanner of the required check", () => {
    const root = mkdtempSync(path.join(os.tmpdir(), "images-"));
    mkdirSync(path.join(root, "orchestrator"));
    writeFileSync(path.join(root, "orchestrator/Dockerfile"), "");
    const [scan] = planCheck(root, "container-scan").run.filter(({ command }) =>
      command.includes("--severity"),
    );
    rmSync(root, { recursive: true, force: true });
    const scanner = scan?.command.find((word) => word.startsWith("aquasec/trivy"));
    const step = build?.steps?.find(({ env }) => env?.["TRIVY"]);
    expect(step?.env?.["TRIVY"]).toBe(scanner);
    expect(scanner).toMatch(/@sha256:[0-9a-f]{64}$/);
  });
});

// Requirement: REPO-11, HOST-11
describe("the images of the product", () => {
  it("are built when their folder changes, on main and in pull requests", () => {
    const paths = ["orchestrator/**"];
    expect(images?.on).toEqual({ push: { branches: ["main"], paths }, pull_request: { paths } });
  });

  it("have the names that the stack files run them by", () => {
    const services = sectionsOf("Pulumi.prod.yaml")["services"] as Record<
      string,
      { image: string }
    >;
    const named = Object.values(services).map(({ image: reference }) => reference.split(":")[0]);
    const repo = sectionsOf("Pulumi.prod.yaml")["repository"] as { owner: string; name: string };
    const pushed = Object.values(images?.jobs ?? {}).map(
      ({ with: given }) => `ghcr.io/${repo.owner}/${repo.name}/${given?.["image"]}`,
    );
    expect(pushed).toEqual(expect.arrayContaining(named));
  });

  it("render the recipe of previews from the stack file, to the very path that is built", async () => {
    const {
      image: name,
      context,
      dockerfile,
      render,
    } = images?.jobs["preview-container"]?.with ?? {};
    expect([name, render]).toEqual(["preview-container", "prod"]);
    const files = filesOf((await declaredStacks()).prod, "prod").map(({ file }) => file);
    expect(files).toContain(dockerfile);
    expect(path.dirname(String(dockerfile))).toBe(context);
  }, 120_000);

  it("are told of in the guide, with every input", () => {
    const guide = readFileSync(path.join(repository, "docs/guides/pipeline.md"), "utf8");
    const { inputs } = image?.on["workflow_call"] as { inputs: Record<string, unknown> };
    const told = Object.keys(inputs).filter((input) => guide.includes(`\`${input}\``));
    expect(told).toEqual(Object.keys(inputs));
  });
});
