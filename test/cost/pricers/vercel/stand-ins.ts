import { tokens } from "../../../../core/tokens";
import type { DeclaredResource } from "../../../../core/resource";
import type { PropertyMap } from "../../../../core/value";
import { declared } from "../../stand-ins";

const projectType = "vercel:index/project:Project";

/** A component on a plan, and the project in it. */
export function site(
  plan: string,
  inputs: PropertyMap = { resourceConfig: { functionDefaultRegions: ["iad1"] } },
): DeclaredResource[] {
  const hosting = declared(tokens.hostingProject, "web", { plan });
  return [hosting, declared(projectType, "web", inputs, hosting)];
}

/** A project without a component around it. */
export function bare(name = "web", inputs: PropertyMap = {}): DeclaredResource {
  return declared(projectType, name, inputs);
}
