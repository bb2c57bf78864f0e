import type { PolicyDocument } from "../../../components/policy-document";

/** What a token of GitHub Actions says, and AWS compares. */
export type Claims = Readonly<Record<string, string | undefined>>;

const prefix = "token.actions.githubusercontent.com:";

/**
 * Whether a role's trust policy lets a token in, as IAM evaluates it: some statement allows the action, and all its
 * conditions hold. Knows the operators that such policies are written with, and throws for any other. A claim that the
 * token lacks fails every operator.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function letsIn({ Statement }: PolicyDocument, claims: Claims): boolean {
  return Statement.some(({ Effect, Action, Principal, Condition = {} }) => {
    if (Effect !== "Allow" || Action !== "sts:AssumeRoleWithWebIdentity") return false;
    if (typeof Principal !== "object" || !Principal["Federated"]) return false;
    return Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) =>
        [wanted].flat().some((one) => holds(operator, one, claims[key.replace(prefix, "")])),
      ),
    );
  });
}

function holds(operator: string, wanted: string, found: string | undefined): boolean {
  if (found === undefined) return false;
  if (operator === "StringEquals") return wanted === found;
  if (operator === "StringLike") return pattern(wanted).test(found);
  throw new Error(`the evaluator does not know ${operator}`);
}

/** `*` is any text, `?` one character; case counts. */
function pattern(text: string): RegExp {
  const escaped = text.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`, "s");
}
