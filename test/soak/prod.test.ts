import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLedger } from "../../sandbox/client";
import { isOfManagementApi } from "../engine/support/declared";
import { expectGone, killedUp } from "../engine/support/killed-up";
import { type ScratchProject, scratchProject } from "../engine/support/scratch-project";

const stack = "prod";
const moments = Array.from({ length: 20 }, (_, index) => index + 1);
/** Objects between two kills: twenty of them reach the end of prod's update. */
const stride = 14;

let project: ScratchProject;
let cloud: string;
beforeAll(() => {
  project = scratchProject({ checkpoints: true });
  cloud = path.join(project.root, ".groundwork/sandbox");
});
afterAll(() => project.remove());

const made = () => readLedger(cloud, { stack }).objects;

describe("prod, killed again and again on its way up", () => {
  it.each(moments)(
    "at moment %i: recover settles it, and nothing is made twice",
    async (moment) => {
      const started = await killedUp(project, stack, () => made().length >= moment * stride);
      await expectGone(started);
      const settled = await project.run(["recover", stack, "--sandbox", "--no-resume"]);
      expect(settled, settled.stderr).toMatchObject({ code: 0 });
      const urns = made()
        .filter((it) => !isOfManagementApi(it))
        .map(({ urn }) => urn);
      expect(urns).toHaveLength(new Set(urns).size);
    },
  );

  it("comes up whole when nobody kills it", async () => {
    const up = await project.run(["recover", stack, "--sandbox"]);
    expect(up, up.stderr + up.stdout).toMatchObject({ code: 0 });
    expect(Object.keys(await project.planned(stack))).toEqual(["same"]);
  });
});
