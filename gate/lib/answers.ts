import { type Answer, notApplicable, pass } from "../../policies/rule";

/** A rule's answers about changes: what is wrong, or that what was compared is not weaker, or that there was nothing. */
export function concluded(
  answers: readonly Answer[],
  compared: number,
  urn: string,
): readonly Answer[] {
  if (answers.length > 0) return answers;
  if (compared === 0)
    return [notApplicable("nothing that is there already and that this rule judges", urn)];
  return [pass({ urn, message: `${compared} compared with what is deployed, none weaker` })];
}
