import { describe, expect, it } from "vitest";
import { filesStep } from "../../../operations/upkeep/steps/files";
import type { UpkeepGround } from "../../../operations/upkeep/ground";
import { upkeepGround } from "./ground";

const env = {
  SUPABASE_S3_ENDPOINT: "https://abc.storage.supabase.co/storage/v1/s3",
  SUPABASE_S3_REGION: "ca-central-1",
  SUPABASE_S3_ACCESS_KEY_ID: "key",
  SUPABASE_S3_SECRET_ACCESS_KEY: "hunter2",
};
const copies = { from: ["projects", "user-assets"], to: "shop-backups" };

async function run(over: Partial<UpkeepGround> = {}, code = 0) {
  const ran: [args: readonly string[], more: Record<string, string>][] = [];
  const program: UpkeepGround["program"] = (_name, args, more = {}) => {
    ran.push([args, { ...more }]);
    return Promise.resolve({ stdout: "", stderr: "users/ann.png", code });
  };
  const answer = await filesStep.run(upkeepGround({ env, copies, program, ...over }));
  return { ...answer, ran };
}

// Requirement: STOR-08
describe("the copy of files of users", () => {
  it("copies each bucket below files/, and deletes nothing", async () => {
    const { result, ran } = await run();
    expect(result).toBe("done");
    expect(ran.map(([args]) => args.slice(0, 3))).toEqual([
      ["copy", "files:projects", "backups:shop-backups/files/projects"],
      ["copy", "files:user-assets", "backups:shop-backups/files/user-assets"],
    ]);
  });

  it("hands its keys over by the environment alone", async () => {
    const { ran, said } = await run();
    const [args, more] = ran[0]!;
    expect(more["RCLONE_CONFIG_FILES_SECRET_ACCESS_KEY"]).toBe("hunter2");
    expect(args.join(" ") + said).not.toContain("hunter2");
  });

  it("changes nothing in a dry run", async () => {
    const { ran, said } = await run({ dryRun: true });
    expect(ran.every(([args]) => args.includes("--dry-run"))).toBe(true);
    expect(said).toContain("would be copied");
  });

  it("fails without the names of files, where rclone does", async () => {
    const { result, said } = await run({}, 5);
    expect([result, said]).toEqual(["failed", "rclone ended with 5 at bucket projects"]);
  });

  it.each<[string, Partial<UpkeepGround>]>([
    ["the sandbox keeps no objects", { sandbox: true }],
    ["no bucket at Supabase is declared", { copies: { from: [], to: "shop-backups" } }],
    ["no bucket on S3 with purpose backup", { copies: { from: ["projects"], to: undefined } }],
    ["set SUPABASE_S3_ENDPOINT", { env: {} }],
  ])("is skipped, and says why: %s", async (words, over) => {
    const { result, said, ran } = await run(over);
    expect([result, ran]).toEqual(["skipped", []]);
    expect(said).toContain(words);
  });
});
