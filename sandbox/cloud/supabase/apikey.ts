import { text } from "../account";
import { ids, pick } from "../ids";
import { type CloudResource } from "../resource";
import { needsProject } from "./project";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

export const apikey: CloudResource = {
  type: "supabase:index/apikey:Apikey",
  computed: ["apiKey", "secretJwtTemplate", "type"],
  needs: needsProject,
  claims: ({ inputs }) => [
    {
      key: `supabase:apikey:${text(inputs["projectRef"], "")}:${text(inputs["name"], "")}`,
      refusal: `Client Error: Unable to create API key, got status 409: {"message":"API key with name ${text(inputs["name"], "")} already exists"}`,
    },
  ],
  create: () => ({
    id: ids.uuid(),
    outputs: {
      apiKey: `sb_secret_${pick(alphabet, 31)}`,
      secretJwtTemplate: { role: "service_role" },
      type: "secret",
    },
  }),
};
