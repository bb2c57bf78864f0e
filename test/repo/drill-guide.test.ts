import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { scenarioNames } from "../../operations/drill/scenarios";
import { breakageKinds } from "../../sandbox/edge/breakage/breakage";

const textOf = (file: string) => readFileSync(file, "utf8");

// Requirement: DR-16
test("the guide to drills names every scenario, and no other", () => {
  const named = [...textOf("docs/guides/drill.md").matchAll(/^\| `([\w-]+)`/gm)];
  expect(named.map(([, name]) => name)).toEqual(scenarioNames);
});

test("the guide to the sandbox shows every way to break a host", () => {
  const shown = [...textOf("docs/guides/sandbox.md").matchAll(/sandbox break (\w+)/g)];
  expect(shown.map(([, kind]) => kind).sort()).toEqual([...breakageKinds].sort());
});
