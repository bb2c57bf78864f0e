import { beforeAll, describe, expect, it } from "vitest";
import { everyResource } from "../../components/access/permissions/exceptions";
import { stacks } from "../config/support";
import type { Registered } from "../support/mocks";
import { type MockedStacks, mockedStacks } from "./support/mocked-stacks";

/** A statement that allows. */
interface Allowed {
  actions: string[];
  resources: string[];
  principals: string[];
  others: string[];
}

/** Actions that take no narrower resource, and why they are needed. */
const onEveryResource: Readonly<Record<string, string>> = {
  ...everyResource,
  "cloudwatch:GetMetricData": "takes no resource; chat shows the metric of an alarm",
  "cloudwatch:GetMetricWidgetImage": "takes no resource; chat shows the metric of an alarm",
  "cloudwatch:PutMetricData": "takes no resource; a canary's is narrowed by its namespace",
  "s3:ListAllMyBuckets": "takes no resource; a canary looks where its bucket is",
};

/** Only of a stack whose cache AWS runs, which none of these is: components/access is tested with one. */
const ofCaches = /^ec2:Describe/;

/** Who lets everybody in, and why that is right. */
const forEverybody: Readonly<Record<string, string>> = {
  "logs-intake-may-call": "senders of logs have no credentials of AWS: the function checks theirs",
  "logs-intake-may-call-url": "the same, for the address",
};

/** In the policy of a key, `*` is this key: it has no ARN before it is made. */
const keyType = "aws:kms/key:Key";

let declared: MockedStacks;
beforeAll(async () => void (declared = await mockedStacks()), 60_000);

const all = () => stacks.flatMap((stack) => wideIn(declared[stack]));
const excepted = new Set([
  ...Object.keys(onEveryResource).map((action) => `${action} on *`),
  ...Object.keys(forEverybody).map((name) => `${name} for everybody`),
]);

describe("a policy that allows", () => {
  it.each(stacks)("in %s names what it allows to whom, but for the exceptions", (stack) => {
    expect(wideIn(declared[stack]).filter((wide) => !excepted.has(wide))).toEqual([]);
  });

  it("has no exception that nothing needs", () => {
    const needed = new Set(all());
    const unneeded = [...excepted].filter((exception) => !needed.has(exception));
    expect(unneeded.filter((exception) => !ofCaches.test(exception))).toEqual([]);
  });

  it("is found in every kind of resource that carries one", () => {
    const carriers = declared.prod.filter((it) => allowedIn(it).length > 0).map(({ type }) => type);
    expect([...new Set(carriers)]).toEqual(
      expect.arrayContaining([
        "aws:iam/role:Role",
        "aws:iam/rolePolicy:RolePolicy",
        "aws:kms/key:Key",
        "aws:lambda/permission:Permission",
        "aws:s3/bucketPolicy:BucketPolicy",
      ]),
    );
  });
});

describe("the search for wide policies sees", () => {
  const policy = (Statement: object | object[]) => [
    registered("aws:iam/rolePolicy:RolePolicy", { policy: JSON.stringify({ Statement }) }),
  ];
  const allow = {
    Sid: "It",
    Effect: "Allow",
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::a/*",
  };

  it.each<[string, object, string[]]>([
    ["nothing in what is named", allow, []],
    ["an action *", { ...allow, Action: "*" }, ["the action *"]],
    ["a pattern", { ...allow, Action: ["s3:GetObject", "s3:Put*"] }, ["the action s3:Put*"]],
    ["a resource *", { ...allow, Resource: ["*"] }, ["s3:GetObject on *"]],
    ["any bucket", { ...allow, Resource: "arn:aws:s3:::*" }, ["s3:GetObject on arn:aws:s3:::*"]],
    ["all actions but some", { ...allow, Action: [], NotAction: "iam:*" }, ["NotAction"]],
    ["everybody", { ...allow, Principal: "*" }, ["it for everybody"]],
    ["everybody of AWS", { ...allow, Principal: { AWS: ["*"] } }, ["it for everybody"]],
    ["nothing in what denies", { ...allow, Effect: "Deny", Action: "*", Resource: "*" }, []],
  ])("%s", (_, statement, found) => {
    expect(wideIn(policy(statement))).toEqual(found);
    expect(wideIn(policy([statement]))).toEqual(found);
  });
});

function registered(type: string, inputs: Record<string, unknown>): Registered {
  return {
    type,
    name: "it",
    custom: true,
    parent: undefined,
    inputs,
    secretInputs: [],
    options: {},
  };
}

/** Everything wider than a name in what is allowed, in words. */
function wideIn(resources: readonly Registered[]): string[] {
  return resources.flatMap((resource) =>
    allowedIn(resource).flatMap(({ actions, resources: named, principals, others }) => [
      ...actions.filter((action) => action.includes("*")).map((action) => `the action ${action}`),
      ...(resource.type === keyType ? [] : named.filter(isEverything)).flatMap((everything) =>
        actions.filter((it) => !it.includes("*")).map((action) => `${action} on ${everything}`),
      ),
      ...principals.filter((it) => it === "*").map(() => `${resource.name} for everybody`),
      ...others,
    ]),
  );
}

/** `*`, and an ARN that names no thing. What stands below a named one is narrow: the streams of a log group. */
function isEverything(resource: string): boolean {
  return resource === "*" || /^arn:[^:]*:[^:]*:[^:]*:[^:]*:\*$/.test(resource);
}

function allowedIn({ type, inputs }: Registered): Allowed[] {
  if (type === "aws:lambda/permission:Permission") {
    const actions = [String(inputs.action)];
    return [{ actions, resources: [], principals: [String(inputs.principal)], others: [] }];
  }
  return Object.values(inputs)
    .flatMap(statementsOf)
    .filter(({ Effect }) => Effect === "Allow")
    .map((statement) => ({
      actions: textsIn(statement.Action),
      resources: textsIn(statement.Resource),
      principals: textsIn(statement.Principal),
      others: ["NotAction", "NotResource", "NotPrincipal"].filter((key) => key in statement),
    }));
}

/** The statements of a policy document, as text or as an object. */
function statementsOf(value: unknown): Record<string, unknown>[] {
  const document = typeof value === "string" && value.startsWith("{") ? parsed(value) : value;
  if (typeof document !== "object" || document === null || !("Statement" in document)) return [];
  return [document.Statement].flat() as Record<string, unknown>[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A text, those of a list, or those of a principal's kinds. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
