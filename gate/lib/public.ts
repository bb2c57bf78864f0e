import { type PropertyMap, UNKNOWN, isPropertyMap } from "../../core/value";
import type { Guard } from "./guards";
import { type Measure, all, choice, flag } from "./measure";

const blocks = {
  blockPublicAcls: "public access lists are refused",
  blockPublicPolicy: "public policies are refused",
  ignorePublicAcls: "public access lists are ignored",
  restrictPublicBuckets: "the account alone reads a public bucket",
} as const;

/** Who can read what without being asked who they are. */
export const publicGuards: readonly Guard[] = [
  {
    type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    setting: true,
    read: all(
      ...Object.entries(blocks).map(([property, what]) =>
        flag({ what, property, strong: true, absent: false }),
      ),
    ),
  },
  {
    type: "aws:s3/bucketAcl:BucketAcl",
    read: choice({
      what: "access list",
      property: "acl",
      weakestFirst: ["public-read-write", "public-read", "authenticated-read", "private"],
      absent: "private",
    }),
  },
  { type: "aws:s3/bucketPolicy:BucketPolicy", read: anonymousStatements },
  {
    type: "supabase-admin:index/bucket:Bucket",
    read: flag({
      what: "files readable by anybody",
      property: "public",
      input: "public",
      strong: false,
      absent: false,
    }),
  },
  {
    type: "github:index/repository:Repository",
    read: choice({
      what: "visibility",
      property: "visibility",
      input: "visibility",
      weakestFirst: ["public", "internal", "private"],
      absent: "public",
    }),
  },
];

/** Whether a statement of the policy allows something to everybody, without a condition. */
function anonymousStatements({ policy }: PropertyMap): Measure[] {
  const base = { what: "statements for everybody", property: "policy" };
  if (policy === UNKNOWN) return [{ ...base, strength: UNKNOWN, text: "a value not known yet" }];
  const open = statements(policy).filter(isOpen).length;
  return [{ ...base, strength: -open, text: open > 0 ? String(open) : "none" }];
}

function statements(policy: unknown): readonly PropertyMap[] {
  if (typeof policy !== "string") return [];
  try {
    const { Statement = [] } = JSON.parse(policy) as { Statement?: PropertyMap | PropertyMap[] };
    return [Statement].flat();
  } catch {
    return [];
  }
}

function isOpen({ Effect, Principal, Condition }: PropertyMap): boolean {
  const aws = isPropertyMap(Principal) ? Principal["AWS"] : Principal;
  return Effect === "Allow" && [aws].flat().includes("*") && Condition === undefined;
}
