import { describe, expect, it } from "vitest";
import { formatProblem, UserError } from "../../core/errors";
import { checkStackFile, isStandIn, missingSecrets, readStackFile } from "../../config/stack-file";
import { sectionNames } from "./refusals";
import { everyKeyFile, secretsFor, stacks, textOf } from "./support";

const prod = textOf("Pulumi.prod.yaml");
const file = "Pulumi.prod.yaml";

function edited(from: string, to: string): string {
  expect(prod.split(from)).toHaveLength(2);
  return prod.replace(from, to);
}

/** The problems as people read them. */
function told(text: string): string[] {
  return checkStackFile(text, file, "groundwork").map(formatProblem);
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split("\n").length;
}

describe("checkStackFile", () => {
  it.each(stacks)("finds nothing wrong with Pulumi.%s.yaml", (stack) => {
    const name = `Pulumi.${stack}.yaml`;
    expect(checkStackFile(textOf(name), name, "groundwork")).toEqual([]);
  });

  it("finds nothing wrong with a file that has every key, encrypted secrets included", () => {
    expect(checkStackFile(textOf(everyKeyFile), everyKeyFile, "groundwork")).toEqual([]);
  });

  it("names file, line, column, path, what was found, what is allowed and what to do", () => {
    const text = edited("functionDefaultTimeout: 30", 'functionDefaultTimeout: "30"');
    expect(checkStackFile(text, file, "groundwork")).toEqual([
      {
        where: {
          file,
          path: "groundwork:hosting.resourceConfig.functionDefaultTimeout",
          line: lineOf(text, "functionDefaultTimeout"),
          column: 7,
        },
        found: 'got "30"',
        allowed: "a whole number from 1 to 900",
        fix: "take the quotes away",
      },
    ]);
  });

  it("reads as one sentence", () => {
    const text = edited("  groundwork:uptime:", "  groundwork:uptme:");
    expect(told(text)).toEqual([
      `${file}:${lineOf(text, "groundwork:uptme")}:3 groundwork:uptme: unknown key; expected ${sectionNames}; did you mean groundwork:uptime?`,
    ]);
  });

  it("reports everything at once, in the order of the file", () => {
    const text = edited("tier: prod", "tier: live")
      .replace("nodeVersion: 22.x", "nodeVersion: 22")
      .replace("region: ca-central-1\n    plan", "region: canada\n    plan")
      .replace("awsUsd: 120", "awsUSD: 120");
    const problems = checkStackFile(text, file, "groundwork");
    expect(problems.map(({ where }) => where.path)).toEqual([
      "groundwork:stack.tier",
      "groundwork:hosting.nodeVersion",
      "groundwork:database.region",
      "groundwork:budget.awsUSD",
    ]);
    const lines = problems.map(({ where }) => where.line ?? 0);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });

  it("puts a missing key on the line of its nearest ancestor", () => {
    const [problem] = checkStackFile(
      edited("    organizationId: velocity\n", ""),
      file,
      "groundwork",
    );
    expect(problem?.where).toMatchObject({
      path: "groundwork:database.organizationId",
      line: lineOf(prod, "groundwork:database:"),
    });
  });

  it("puts a missing section on the line of config", () => {
    const text = "# note\nconfig:\n  vercel:team: acme\n";
    expect(checkStackFile(text, file, "groundwork").map(({ where }) => where.line)).toEqual([
      2, 2, 2, 2,
    ]);
  });

  it.each([
    ["an empty file", "", "config: missing; expected an object with the settings"],
    ["a file of one word", "hello\n", "config: missing; expected an object with the settings"],
    [
      "config without keys",
      "config:\n",
      "config: no keys below it; expected an object with the settings",
    ],
    [
      "config that is a list",
      "config: [1]\n",
      "config: no keys below it; expected an object with the settings",
    ],
    [
      "config misspelt",
      "confg:\n  a:b: 1\n",
      "confg: unknown key; expected one of config, encryptionsalt, secretsprovider, encryptedkey, environment; did you mean config?",
    ],
  ])("refuses %s", (_, text, message) => {
    const problems = told(text);
    expect(problems[0]).toBe(`${file}:1:1 ${message}`);
    expect(problems).toHaveLength(5);
  });

  it.each([
    [
      "a key that the engine cannot read",
      "a:b:c: 1",
      "a:b:c: no configuration key; expected <namespace>:<name>",
    ],
    [
      "a section given twice under two spellings",
      "stack: {}",
      "stack: groundwork:stack a second time; keep one of them",
    ],
  ])("refuses %s", (_, line, message) => {
    const text = `${prod}  ${line}\n`;
    const last = text.trimEnd().split("\n").length;
    expect(told(text)).toEqual([`${file}:${last}:3 ${message}`]);
  });

  it("refuses a secret in clear text, by its name alone", () => {
    const text = `${prod}  groundwork:secrets:\n    SUPABASE_ANON_KEY: hunter2\n`;
    const last = text.trimEnd().split("\n").length;
    expect(told(text)).toEqual([
      `${file}:${last}:5 groundwork:secrets.SUPABASE_ANON_KEY: a value in clear text; expected an encrypted one; replace the value where it is used, then run pulumi config set --secret --path 'groundwork:secrets.SUPABASE_ANON_KEY' --stack prod`,
    ]);
  });

  it("refuses an encrypted value where policies read plain ones", () => {
    const text = edited("LOG_LEVEL: info", "LOG_LEVEL: { secure: v1:abc }");
    expect(told(text)).toEqual([
      `${file}:${lineOf(text, "LOG_LEVEL:")}:7 groundwork:hosting.variables.LOG_LEVEL: an encrypted value; expected a plain one, because policies judge it and reports show it; give a variable { secret: NAME } and set the value in groundwork:secrets`,
    ]);
  });

  it("does not mind a secret that nobody has set", () => {
    expect(missingSecrets(prod, file, "groundwork")).toEqual(secretsFor("prod"));
    expect(told(prod)).toEqual([]);
  });

  it("accepts an unquoted date, as the engine does", () => {
    const waiver =
      "waivers:\n      - { rule: a-b, target: web, reason: r, owner: o, expires: 2027-01-31 }";
    expect(told(edited("waivers: []", waiver))).toEqual([]);
  });

  it.each([
    ["a tab for indentation", "config:\n\ta: 1\n", 2],
    ["a key given twice", "config:\n  a:b: 1\n  a:b: 2\n", 3],
    ["an open bracket", "config:\n  a:b: [1\n", 3],
    ["an alias without anchor", "config:\n  a:b: *x\n", 2],
    ["an anchor that contains itself", "config:\n  a:b: &x\n    - *x\n", 3],
    ["two documents", "config: {}\n---\nconfig: {}\n", 2],
  ])("throws a UserError with line and column for %s", (_, text, line) => {
    const refused = () => checkStackFile(text, file, "groundwork");
    expect(refused).toThrow(UserError);
    try {
      refused();
    } catch (error) {
      const { problems, exitCode } = error as UserError;
      expect(exitCode).toBe(1);
      expect(problems[0]?.where).toMatchObject({ file, line });
      expect(problems[0]?.where.column).toBeGreaterThan(0);
      expect(problems[0]?.allowed).toBe("valid YAML");
    }
  });

  it.each([
    ["config: {}\n---\nconfig: {}\n", "a second document begins here, and the engine reads one"],
    [
      `config: ${"[".repeat(3000)}${"]".repeat(3000)}\n`,
      "lists or objects inside one another, too deep to be read",
    ],
  ])("says in words for people what programmers call otherwise", (text, found) => {
    expect(() => checkStackFile(text, file, "groundwork")).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ found })] as unknown[] }),
    );
  });

  it("quotes nothing of a file that is no YAML", () => {
    const text = 'config:\n  a:b: "x" hunter2\n';
    expect(() => checkStackFile(text, file, "groundwork")).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("hunter2") as string }),
    );
  });
});

describe("readStackFile", () => {
  it("hands over sections as JSON and other namespaces as text", () => {
    const { config } = readStackFile(textOf("Pulumi.dev.yaml"), "Pulumi.dev.yaml", "groundwork");
    const written = [...textOf("Pulumi.dev.yaml").matchAll(/^ {2}([a-z]+:\w+):/gm)].map(
      ([, key]) => key,
    );
    expect(Object.keys(config)).toEqual([...written, "groundwork:secrets"].sort());
    expect(config["vercel:team"]).toBe("velocity");
    expect(config["groundwork:stack"]).toBe(
      '{"owner":"platform-team","product":"velocity-platform","tier":"dev"}',
    );
  });

  it("puts stand-ins in place of encrypted values and of secrets that nobody has set", () => {
    const text = `${prod}  vercel:apiToken: { secure: v1:abc }\n  groundwork:secrets: { SUPABASE_ANON_KEY: { secure: v1:def } }\n`;
    const { config, secretKeys, missingSecrets: missing } = readStackFile(text, file, "groundwork");
    expect(config["vercel:apiToken"]).toBe("stand-in-for-vercel-apiToken");
    expect(JSON.parse(config["groundwork:secrets"] ?? "")).toEqual(
      Object.fromEntries(secretsFor("prod").map((name) => [name, `stand-in-for-secrets-${name}`])),
    );
    expect(secretKeys).toEqual(["groundwork:secrets", "vercel:apiToken"]);
    expect(missing).toEqual(secretsFor("prod").filter((name) => name !== "SUPABASE_ANON_KEY"));
    expect(isStandIn(config["vercel:apiToken"])).toBe(true);
    expect(isStandIn("velocity")).toBe(false);
  });

  it("counts no secret as missing when all of them are encrypted as one object", () => {
    const text = `${prod}  groundwork:secrets: { secure: v1:def }\n`;
    const { config, missingSecrets: missing } = readStackFile(text, file, "groundwork");
    expect(missing).toEqual([]);
    expect(Object.keys(JSON.parse(config["groundwork:secrets"] ?? "") as object)).toEqual(
      secretsFor("prod"),
    );
  });

  it.each([
    ["groundwork:hosting", "  groundwork:hosting:"],
    ["groundwork:hosting.headers.strictTransportSecurity", "      strictTransportSecurity:"],
    ["groundwork:hosting.headers.strictTransportSecurity.maxAge", "strictTransportSecurity: {"],
    ['groundwork:hosting.domains["www.velocity-platform.com"]', "      www.velocity-platform.com:"],
    ["groundwork:hosting.headers.contentSecurityPolicy.add.img-src[0]", "https://assets."],
    ["groundwork:hosting.headers.frameOptions", "    headers:"],
    ["groundwork:hosting.variables.NEW_KEY", "    variables:"],
    ["groundwork:budget.emails[9]", "    emails: [platform@velocity-platform.com, finance"],
    ["groundwork:nowhere.at.all", "config:"],
    ["vercel:team", "  vercel:team:"],
  ])("finds the line of %s, or of what stands above it", (path, part) => {
    const { placeOf } = readStackFile(prod, file, "groundwork");
    expect(placeOf(path)).toMatchObject({ file, path, line: lineOf(prod, part) });
  });
});
