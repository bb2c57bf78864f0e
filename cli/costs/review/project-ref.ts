import { UserError } from "../../../core/errors";
import type { DeclaredResource } from "../../../core/resource";
import { textAt } from "../../../cost/pricers/inputs";
import type { NotRead } from "./adapter";

const projectType = "supabase:index/project:Project";

/** The stack's Supabase project: as given, else as what is deployed says; why not, where neither does. */
export async function projectRefOf(
  given: string | undefined,
  deployed: () => Promise<readonly DeclaredResource[]>,
): Promise<string | NotRead> {
  if (given !== undefined) return given;
  try {
    const project = (await deployed()).find(({ type }) => type === projectType);
    const ref = project && textAt({ ...project, inputs: project.outputs ?? {} }, "id");
    return ref ?? { notRead: "no project is deployed; name it with --project-ref" };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { notRead: "the state cannot be read; name the project with --project-ref" };
  }
}
