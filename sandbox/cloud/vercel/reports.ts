import { list, text } from "../account";
import { ids } from "../ids";
import { type CloudResource, type Need, type Order } from "../resource";
import { projectType, teamOutput } from "./project";

/** Logs sent on. What signs them is the program's, or Vercel's own. */
export const logDrain: CloudResource = {
  type: "vercel:index/logDrain:LogDrain",
  autonamed: true,
  computed: ["secret"],
  derive: teamOutput,
  needs: needsProjects("log drain"),
  create: ({ inputs }) => ({
    id: ids.vercelDrain(),
    outputs: { secret: text(inputs["secret"], ids.vercelSigningSecret()) },
  }),
};

/** Calls when something happens, signed with a secret that only Vercel makes. */
export const webhook: CloudResource = {
  type: "vercel:index/webhook:Webhook",
  computed: ["secret"],
  derive: teamOutput,
  needs: needsProjects("webhook"),
  create: () => ({ id: ids.vercelWebhook(), outputs: { secret: ids.vercelSigningSecret() } }),
};

/** Each project that is named must exist; none named means the whole team. */
function needsProjects(what: string) {
  return ({ inputs }: Order): readonly Need[] =>
    list(inputs["projectIds"]).map((id) => ({
      type: projectType,
      id,
      refusal: `Error creating ${what}: Could not create ${what}, unexpected error: bad_request - Project ${text(id, "")} was not found.`,
    }));
}
