import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { requiredChecks } from "../../../catalogue/required-checks";
import { planCheck, productChecks } from "../../../scripts/ci/product";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "product-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text = ""): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const scripts = (...names: string[]) =>
  JSON.stringify({ scripts: Object.fromEntries(names.map((name) => [name, "true"])) });
const words = (check: string) => planCheck(root, check).run.map(({ command }) => command.join(" "));

// Requirement: REPO-06, REPO-07, REPO-12, REPO-13, REPO-14, REPO-15, REPO-22
describe("a check of the product", () => {
  it("is one for each required check but that of the policies", () => {
    const names = requiredChecks.map(({ name }) => name).filter((name) => name !== "policy");
    expect([...productChecks].sort()).toEqual(names.sort());
  });

  it("has nothing to run where the repository has no such part, and says so", () => {
    expect(planCheck(root, "build-frontend")).toEqual({
      run: [],
      absent: ["frontend"],
      missing: [],
    });
    expect(planCheck(root, "build-preview-container").absent).toEqual(["preview image"]);
  });

  it("runs the scripts of a part by their names, in its folder", () => {
    write("next.config.ts");
    write("package.json", scripts("build", "bundle:analyze", "test:smoke"));
    expect(words("build-frontend")).toEqual(["npm run build", "npm run bundle:analyze"]);
    write(
      "orchestrator/package.json",
      scripts("build", "test:unit", "test:integration", "security:audit"),
    );
    write("orchestrator/Dockerfile");
    expect(words("build-orchestrator")).toEqual([
      "npm run build",
      "npm run test:unit",
      "npm run test:integration",
      "npm run security:audit",
      "docker build --tag local/orchestrator .",
      "docker run --rm local/orchestrator npm run test:unit",
    ]);
    expect(planCheck(root, "build-orchestrator").run[0]?.folder).toBe("orchestrator");
  });

  it("fails where a part lacks a script that it must have, and names every one", () => {
    write("next.config.js");
    write("package.json", scripts("lighthouse:ci"));
    expect(planCheck(root, "performance-budget").missing).toEqual([".: performance:audit"]);
    expect(planCheck(root, "smoke-e2e").missing).toEqual([".: test:smoke"]);
  });

  // Requirement: REPO-08, REPO-09, CONF-41
  it("scans so that a finding of level high fails the job, and pushes no image", () => {
    write("orchestrator/Dockerfile");
    write("orchestrator/preview-container/Dockerfile");
    const [audit, semgrep = ""] = words("security-scan");
    expect(audit).toBe("npm audit --audit-level=high");
    expect(semgrep).toContain("--error");
    expect(semgrep).toMatch(
      /--config=p\/security-audit --config=p\/secrets --config=p\/owasp-top-ten/,
    );
    const scans = words("container-scan").filter((text) => text.includes("trivy"));
    expect(scans).toHaveLength(2);
    for (const text of scans) expect(text).toContain("--exit-code 1 --severity HIGH,CRITICAL");
    expect(productChecks.flatMap(words).filter((text) => /push|login/.test(text))).toEqual([]);
  });
});
