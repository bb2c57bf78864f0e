import fc from "fast-check";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { readStackFile, sandboxCopy } from "../../config/stack-file";
import { everyKeyFile, stacks, textOf } from "./support";

const sealed = `encryptionsalt: v1:salt:v1:abc
secretsprovider: awskms://alias/x
encryptedkey: abc
config:
  vercel:apiToken:
    secure: v1:token
  groundwork:hosting:
    variables:
      A: { secret: A } # kept
      B: { secret: B }
    list: [{ secure: v1:item }, plain]
  groundwork:secrets:
    A:
      secure: v1:a
`;

function config(text: string) {
  return readStackFile(text, "Pulumi.x.yaml", "groundwork").config;
}

describe("sandboxCopy", () => {
  it("drops what the engine would decrypt with, and every encrypted value", () => {
    const copy = sandboxCopy(sealed, ["B"]);
    expect(copy).not.toMatch(/secure|v1:|encryptionsalt|secretsprovider|encryptedkey/);
    expect(parse(copy)).toEqual({
      config: {
        "vercel:apiToken": "stand-in-for-vercel-apiToken",
        "groundwork:hosting": {
          variables: { A: { secret: "A" }, B: { secret: "B" } },
          list: ["stand-in-for-hosting-list-0-", "plain"],
        },
        "groundwork:secrets": { A: "stand-in-for-secrets-A", B: "stand-in-for-secrets-B" },
      },
    });
  });

  it("keeps comments, for whoever looks at the copy", () => {
    expect(sandboxCopy(sealed, [])).toContain("# kept");
  });

  it.each([...stacks.map((stack) => `Pulumi.${stack}.yaml`), everyKeyFile])(
    "hands the program the same configuration as %s",
    (file) => {
      const text = textOf(file);
      const { missingSecrets } = readStackFile(text, file, "groundwork");
      expect(config(sandboxCopy(text, missingSecrets))).toEqual(config(text));
    },
  );

  it("keeps every scalar what it was to the engine", () => {
    const scalars = [
      "010",
      "1_000",
      "10.10",
      "2026-12-01",
      "yes",
      "~",
      "'no'",
      "0x1F",
      "1e3",
      '"true"',
    ];
    const text = `config:\n  a:b:\n${scalars.map((it, i) => `    k${i}: ${it}\n`).join("")}`;
    expect(config(sandboxCopy(text, []))).toEqual(config(text));
  });

  it("never leaves an encrypted value behind, wherever it stands", () => {
    const secure = fc.constant({ secure: "v1:canary" });
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: "small" },
        secure,
        fc.constantFrom("plain", 1, true, null),
        fc.array(tie("node"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom("a", "b", "c.d"), tie("node"), { maxKeys: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (value) => {
        const copy = sandboxCopy(JSON.stringify({ config: { "x:y": value } }), []);
        expect(copy).not.toContain("v1:canary");
      }),
    );
  });

  it("is the same when copied again", () => {
    const once = sandboxCopy(sealed, ["B"]);
    expect(sandboxCopy(once, [])).toBe(once);
  });
});
