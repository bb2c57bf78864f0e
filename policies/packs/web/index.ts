import { PolicyPack } from "@pulumi/policy";
import { catalogue } from "../../catalogue";
import { enginePolicies } from "../../engine";
import manifest from "./package.json";

new PolicyPack(manifest.name, {
  description: manifest.description,
  enforcementLevel: "mandatory",
  policies: enginePolicies({
    pack: manifest.name,
    version: manifest.version,
    rules: catalogue,
    resultsFile: process.env["GROUNDWORK_RESULTS"],
    clock: () => new Date(),
  }),
});
