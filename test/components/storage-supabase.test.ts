import { describe, expect, it } from "vitest";
import { StorageBucket, type SupabaseBucketArgs } from "../../components/storage";
import { ownerFolderPolicies } from "../../components/storage/row-policies";
import { find, listOf, onMocks } from "../support/mocks";

const declare = (args: SupabaseBucketArgs) => onMocks(() => new StorageBucket("files", args));

const Component = "groundwork:storage:StorageBucket";
const Bucket = "supabase-admin:index/bucket:Bucket";
const Policies = "supabase-admin:index/bucketPolicies:BucketPolicies";

const smallest: SupabaseBucketArgs = {
  vendor: "supabase",
  projectRef: "abcdefghijklmnopqrst",
  name: "projects",
};

// Requirement: STOR-01, STOR-06
describe("a StorageBucket on Supabase", () => {
  it("is private, and owners alone may add and read, in their own folder", async () => {
    const { resources } = await declare(smallest);
    expect(listOf(resources)).toEqual([
      `${Component} files`,
      `${Bucket} files`,
      `${Policies} files-policies`,
    ]);
    expect(find(resources, Bucket)).toMatchObject({ parent: `${Component} files` });
    expect(find(resources, Bucket).inputs).toEqual({
      projectRef: "abcdefghijklmnopqrst",
      name: "projects",
      public: false,
    });
    expect(find(resources, Policies).inputs).toEqual({
      projectRef: "abcdefghijklmnopqrst",
      bucket: "projects",
      policies: ownerFolderPolicies("projects", ["select", "insert"]),
    });
    expect(find(resources, Policies).options.dependsOn).toContain("files");
  });

  it("takes limits, types and other commands, and is protected", async () => {
    const { resources } = await declare({
      ...smallest,
      public: true,
      fileSizeLimit: 1024,
      allowedMimeTypes: ["image/png"],
      ownerFolder: ["delete"],
      protect: true,
      retainOnDelete: true,
    });
    expect(find(resources, Bucket).inputs).toMatchObject({
      public: true,
      fileSizeLimit: 1024,
      allowedMimeTypes: ["image/png"],
    });
    expect(find(resources, Bucket).options).toMatchObject({ protect: true, retainOnDelete: true });
    expect(find(resources, Policies).inputs.policies).toEqual(
      ownerFolderPolicies("projects", ["delete"]),
    );
  });

  it("has no policy, and so lets only the service role in, where no command is listed", async () => {
    const { resources } = await declare({ ...smallest, ownerFolder: [] });
    expect(listOf(resources)).toEqual([`${Component} files`, `${Bucket} files`]);
  });

  it("answers its name, and repeats its args as inputs without the transform", async () => {
    const { resources } = await declare({ ...smallest, transform: { bucket: () => undefined } });
    expect(find(resources, Component).inputs).toEqual(smallest);
    expect(find(resources, Component).outputs).toEqual({ bucketName: "projects" });
  });

  it("lets a transform have the last word on each child", async () => {
    const { resources } = await declare({
      ...smallest,
      transform: {
        bucket: (args) => {
          args.fileSizeLimit = 5;
        },
        policies: (_args, opts) => {
          opts.protect = true;
        },
      },
    });
    expect(find(resources, Bucket).inputs).toMatchObject({ fileSizeLimit: 5 });
    expect(find(resources, Policies).options).toMatchObject({ protect: true });
  });

  it.each([
    [{ name: "a/b" }, "files.name: a/b; expected 1 to 100 letters"],
    [{ name: "" }, "files.name: expected 1 to 100 letters"],
    [{ fileSizeLimit: 0 }, "files.fileSizeLimit: 0; expected whole bytes from 1 to 536870912000"],
    [{ fileSizeLimit: 1.5 }, "files.fileSizeLimit: 1.5; expected whole bytes"],
  ])("refuses %o", async (args, message) => {
    await expect(declare({ ...smallest, ...args })).rejects.toMatchObject({
      message: expect.stringContaining(message) as string,
    });
  });
});
