import { isPropertyMap, type PropertyMap, type Value } from "../../core/value";

/** Settings of a provider that decide where an object lands. Credentials are none of them. */
export type Account = PropertyMap;

/** The account of every AWS example in AWS's own documentation. */
export const awsAccountId = "123456789012";

/** What each package's configuration may contribute; everything else (tokens above all) is dropped at once. */
const kept: Readonly<Record<string, readonly string[]>> = {
  vercel: ["team"],
  github: ["owner"],
  aws: ["region", "defaultTags"],
};

/** Reads a provider's configuration. The engine sends what is not a string as JSON text. */
export function accountOf(packageName: string, config: PropertyMap): Account {
  const settings = (kept[packageName] ?? []).flatMap((name) => {
    const value = config[name];
    return value === undefined || value === null ? [] : [[name, parsed(value)] as const];
  });
  return Object.fromEntries(settings);
}

export function text(value: Value | undefined, otherwise: string): string {
  return typeof value === "string" && value !== "" ? value : otherwise;
}

/** A Vercel object belongs to the team it names, else to the provider's, else to the person's own account. */
export function vercelTeam(inputs: PropertyMap, account: Account): string {
  return text(inputs["teamId"], text(account["team"], "personal"));
}

export function githubOwner(account: Account): string {
  return text(account["owner"], "sandbox");
}

export function awsRegion(inputs: PropertyMap, account: Account): string {
  return text(inputs["region"], text(account["region"], "us-east-1"));
}

/** `tags` and the provider's `defaultTags`, as AWS reports them in `tagsAll`. */
export function allTags(inputs: PropertyMap, account: Account): PropertyMap {
  const defaults = isPropertyMap(account["defaultTags"]) ? account["defaultTags"]["tags"] : {};
  return { ...mapOrNone(defaults), ...mapOrNone(inputs["tags"]) };
}

/** The items of a list; none when there is no list, or none that is known yet. */
export function list(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [];
}

function mapOrNone(value: Value | undefined): PropertyMap {
  return isPropertyMap(value) ? value : {};
}

function parsed(value: Value): Value {
  if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as Value;
  } catch {
    return value;
  }
}
