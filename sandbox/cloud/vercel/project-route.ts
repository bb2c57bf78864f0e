import { isPropertyMap, type PropertyMap } from "../../../core/value";
import { text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";
import { needsProject, teamOutput } from "./project";

export const projectRoute: CloudResource = {
  type: "vercel:index/projectRoute:ProjectRoute",
  autonamed: true,
  unread: ["position"],
  defaults: { description: "", enabled: true, srcSyntax: "regex" },
  derive: (order) => ({ ...teamOutput(order), routeType: routeType(order.inputs) }),
  needs: needsProject("project routing rule"),
  claims: ({ inputs }) => {
    const name = text(inputs["name"], "");
    const refusal = `Error creating project routing rule: conflict - A route named "${name}" already exists in this project.`;
    return [{ key: `vercel:route:${text(inputs["projectId"], "")}:${name}`, refusal }];
  },
  create: () => ({ id: ids.vercelRoute() }),
};

/** What Vercel calls a rule, by its main action; headers alone are a transform. */
function routeType(inputs: PropertyMap): string {
  const route = isPropertyMap(inputs["route"]) ? inputs["route"] : {};
  if (route["dest"] !== undefined) return route["status"] === undefined ? "rewrite" : "redirect";
  return route["status"] === undefined ? "transform" : "set_status";
}
