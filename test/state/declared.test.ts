import { describe, expect, it } from "vitest";
import { signatureKey, signatures, unknownSentinel } from "../../core/signatures";
import { UNKNOWN } from "../../core/value";
import type { StateResource } from "../../state/checkpoint";
import { declaredIn } from "../../state/declared";

const urn = (name: string) => `urn:pulumi:prod::shop::aws:s3/bucket:Bucket::${name}`;
const stored = (over: Partial<StateResource> = {}): StateResource => ({
  urn: urn("files"),
  type: "aws:s3/bucket:Bucket",
  custom: true,
  ...over,
});
const declared = (...resources: StateResource[]) =>
  declaredIn({ version: 3, deployment: { resources } });
const only = (over: Partial<StateResource>) => declared(stored(over))[0];

const encrypted = { [signatureKey]: signatures.secret, ciphertext: "v1:abc" };
const inClear = { [signatureKey]: signatures.secret, plaintext: '"hunter2-in-the-clear"' };

describe("declaredIn", () => {
  it("takes inputs, outputs, parent, protection and dependencies as the state holds them", () => {
    const parent = "urn:pulumi:prod::shop::groundwork:storage:StorageBucket::files";
    expect(
      only({
        id: "files-1",
        parent,
        protect: true,
        inputs: { bucket: "files", tags: { a: "b" } },
        outputs: { arn: "arn:aws:s3:::files" },
        propertyDependencies: { bucket: [], tags: [urn("b"), urn("a")] },
      }),
    ).toEqual({
      urn: urn("files"),
      type: "aws:s3/bucket:Bucket",
      name: "files",
      custom: true,
      parent,
      protect: true,
      inputs: { bucket: "files", tags: { a: "b" } },
      outputs: { arn: "arn:aws:s3:::files", id: "files-1" },
      propertyDependencies: { tags: [urn("a"), urn("b")] },
      secrets: [],
    });
  });

  it("takes the least that a state may hold", () => {
    expect(only({})).toEqual({
      urn: urn("files"),
      type: "aws:s3/bucket:Bucket",
      name: "files",
      custom: true,
      protect: false,
      inputs: {},
      outputs: {},
      propertyDependencies: {},
      secrets: [],
    });
    const inputs = { none: null, no: false, zero: 0 };
    expect(only({ inputs })?.inputs).toEqual(inputs);
  });

  it("hides secrets, encrypted or in clear, and says where they stand", () => {
    const inputs = { token: encrypted, list: ["a", { "with.dot": inClear }], plain: "b" };
    const resource = only({ inputs, outputs: { token: inClear, hosts: [encrypted] } });
    expect(resource).toMatchObject({
      inputs: { token: UNKNOWN, list: ["a", { "with.dot": UNKNOWN }], plain: "b" },
      outputs: { token: UNKNOWN, hosts: [UNKNOWN] },
      secrets: ["token", 'list[1]["with.dot"]'],
    });
    expect(JSON.stringify(resource)).not.toMatch(/hunter2|v1:abc/);
  });

  it("keeps other marked values, and does not know what an update left unknown", () => {
    const asset = { [signatureKey]: signatures.asset, hash: "abc" };
    expect(only({ inputs: { code: asset, later: unknownSentinel } })?.inputs).toEqual({
      code: asset,
      later: UNKNOWN,
    });
  });

  it("leaves out what providers and the engine note for themselves", () => {
    const inputs = { __defaults: ["acl"], __internal: {}, tags: { __defaults: [], own: "a" } };
    expect(only({ inputs })?.inputs).toEqual({ tags: { own: "a" } });
  });

  it("leaves out what is not there: to be deleted, to be made anew, or only read", () => {
    const gone = [{ delete: true }, { pendingReplacement: true }, { external: true }];
    const all = declared(...gone.map((one, at) => stored({ urn: urn(`${at}`), ...one })), stored());
    expect(all.map(({ name }) => name)).toEqual(["files"]);
  });

  it("gives a component no id", () => {
    expect(only({ custom: false, id: "x" })?.outputs).toEqual({});
  });
});
