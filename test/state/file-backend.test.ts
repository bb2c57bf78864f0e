import { homedir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fileBackendFolder, lockFolder } from "../../state/file-backend";

describe("the folder of a backend", () => {
  it.each([
    ["file:///srv/state", "/srv/state"],
    ["file:///srv/state?no_tmp_dir=true", "/srv/state"],
    ["file://state", "/project/state"],
    ["file://./state/../here", "/project/here"],
    ["file://~", homedir()],
    ["file://~/state", path.join(homedir(), "state")],
  ])("of %s is %s", (url, folder) => {
    expect(fileBackendFolder(url, "/project")).toBe(folder);
  });

  it.each(["s3://bucket", "https://api.pulumi.com", "gs://bucket", "/srv/state", ""])(
    "is none for %j",
    (url) => expect(fileBackendFolder(url, "/project")).toBeUndefined(),
  );
});

it("locks of a stack lie below the organization that the engine uses for files", () => {
  expect(lockFolder({ folder: "/state", project: "shop", stack: "prod" })).toBe(
    "/state/.pulumi/locks/organization/shop/prod",
  );
});
