import type { Host } from "../contract/site";
import { lacksByDefault } from "../contract/lacks";
import { nearestRegions } from "../contract/nearest";

/** Render: static sites on its CDN, and servers in one region. Read from a Blueprint by Render itself. */
export const site: Host = {
  label: "Render",
  managed: false,
  dns: {
    apex: { type: "A", values: ["216.24.57.1"] },
    subdomain: (site) => ({ type: "CNAME", values: [`${site}.onrender.com`] }),
  },
  address: "216.24.57.1",
  hostOf: (site) => `${site}.onrender.com`,
  regions: nearestRegions(
    { cle1: "ohio", fra1: "frankfurt", iad1: "virginia", pdx1: "oregon", sin1: "singapore" },
    {
      ...{ arn1: "frankfurt", bom1: "singapore", cdg1: "frankfurt", cpt1: "frankfurt" },
      ...{ dub1: "frankfurt", dxb1: "frankfurt", gru1: "virginia", hkg1: "singapore" },
      ...{ hnd1: "singapore", icn1: "singapore", kix1: "singapore", lhr1: "frankfurt" },
      ...{ sfo1: "oregon", syd1: "singapore", yul1: "ohio" },
    },
  ),
  regionsPerSite: 1,
  can: {
    ...lacksByDefault,
    "staged-promotion": true,
    "previews-off": true,
    "install-command": true,
    "custom-domains": true,
    "git-repository": true,
    "runtime-values": true,
    "node-version": true,
    "function-regions": {
      instead: "the server runs in one region, the nearest that Render has",
      workaround:
        "run a second stack in the other region, or choose the region nearest to most users",
    },
    "function-timeout": {
      instead: "a server answers for as long as it likes, 100 minutes at most",
      workaround: "keep a deadline in the app for each request",
    },
    "server-headers": {
      instead: "the app has to send them: Render sets headers of static sites only",
      workaround:
        "npx groundwork render writes headers.json: let the app's server send what it says, such as in headers() of next.config.js",
    },
    "domain-redirects": {
      instead:
        "Render serves the app under the redirecting name too, unless it is the www of a bare domain",
      workaround: "redirect in the app by the host that the request names",
    },
    "host-name": {
      instead:
        "Render adds letters to a name that somebody has already, and the domains would lead to theirs",
      workaround:
        "compare the name after the first deployment, and set name to what Render made of it",
    },
    "redirect-patterns": {
      instead: "the redirect is left out: Render's are of static sites, by path, and answer 301",
      workaround: "redirect in the app",
    },
    "redirect-status": {
      instead: "the redirect answers 301",
      workaround: "write 301, where only GET is asked for",
    },
    "secret-values": {
      instead: "the file names them with sync: false; Render has no value until somebody gives it",
      workaround: "type the value when the Blueprint is first applied, or set it in the dashboard",
    },
    "computed-values": {
      instead: "the file names them with sync: false; Render has no value until somebody gives it",
      workaround: "type what pulumi stack output prints when the Blueprint is first applied",
    },
  },
  functionSeconds: undefined,
  redirectStatuses: [301],
  setSecret: "sync: false in the file, the value in the dashboard: Environment, NAME",
  rollback: "the dashboard of the service: Events, Rollback to a deploy of before",
  deploy: "render deploys create <service id> --confirm",
  pricing: "https://render.com/pricing",
  docs: "https://render.com/docs/blueprint-spec",
  sources: [
    "https://render.com/docs/static-site-headers",
    "https://render.com/docs/redirects-rewrites",
    "https://docs.render.com/custom-domains",
  ],
  checkedOn: "2026-11-22",
  confidence: "medium",
};

const keysOfBoth = [
  ...["type", "name", "runtime", "repo", "branch", "rootDir", "buildCommand"],
  ...["autoDeployTrigger", "previews.generation", "domains[]"],
  ...["envVars[].key", "envVars[].value", "envVars[].sync"],
];

/**
 * Keys of a site in a Blueprint that we may write, each as a path; `[]` stands for a list. Render refuses any other.
 * Source: https://render.com/schema/render.yaml.json, definitions staticService and serverService.
 */
export const renderSiteKeys: Readonly<Record<"static" | "server", readonly string[]>> = {
  static: [
    ...[...keysOfBoth, "staticPublishPath", "headers[].path", "headers[].name", "headers[].value"],
    ...["routes[].type", "routes[].source", "routes[].destination"],
  ],
  server: [...keysOfBoth, "region", "plan", "startCommand", "healthCheckPath"],
};
