import type { Host } from "../contract/site";
import { lacksByDefault } from "../contract/lacks";
import { nearestRegions } from "../contract/nearest";

/** Netlify: the CDN, and functions beside the files. Read from a file by its own build and tool. */
export const site: Host = {
  label: "Netlify",
  managed: false,
  dns: {
    apex: { type: "A", values: ["75.2.60.5"] },
    subdomain: (site) => ({ type: "CNAME", values: [`${site}.netlify.app`] }),
  },
  address: "75.2.60.5",
  hostOf: (site) => `${site}.netlify.app`,
  regions: nearestRegions(
    {
      ...{ cdg1: "cdg", cle1: "cmh", fra1: "fra", gru1: "gru", hnd1: "nrt", iad1: "iad" },
      ...{ lhr1: "lhr", pdx1: "pdx", sfo1: "sfo", sin1: "sin", syd1: "syd", yul1: "yul" },
    },
    {
      ...{ arn1: "fra", bom1: "sin", cpt1: "lhr", dub1: "lhr", dxb1: "fra" },
      ...{ hkg1: "sin", icn1: "nrt", kix1: "nrt" },
    },
  ),
  regionsPerSite: 1,
  can: {
    ...lacksByDefault,
    "staged-promotion": {
      instead: "a build of the production branch goes live by itself",
      workaround:
        "lock publishing: netlify api lockDeploy; the pipeline then publishes with netlify deploy --prod",
    },
    "previews-off": true,
    "preview-toolbar": {
      instead: "previews carry the Netlify Drawer instead of Vercel's toolbar",
      workaround: "turn it on or off in the project's collaboration settings",
    },
    "install-command": {
      instead: "Netlify installs packages by the lock file that it finds, npm ci where it is npm's",
      workaround: "set NPM_FLAGS or its like for the build, or begin buildCommand with the command",
    },
    "node-version": true,
    "function-regions": {
      instead:
        "functions run in one region, which no file sets; cmh (Ohio) where nobody said another",
      workaround: "set the region once: Project configuration, Functions, Region",
    },
    "function-timeout": {
      instead: "functions are stopped after 60 seconds, whatever the file says",
      workaround:
        "keep a deadline in the app; longer work goes into a background function, which has 15 minutes",
    },
    "server-headers": {
      instead:
        "Netlify sends them with the files that it serves itself; the app has to send them with the pages that functions render",
      workaround:
        "npx groundwork render writes headers.json: let the app's server send what it says, such as in headers() of next.config.js",
    },
    "domain-redirects": true,
    "host-name": true,
    "custom-domains": {
      instead: "Netlify does not answer under these names until they are given to the site",
      workaround:
        'once: netlify api updateSite --data \'{"site_id":"…","body":{"custom_domain":"…","domain_aliases":["…"]}}\'',
    },
    "git-repository": {
      instead: "nothing is built when somebody pushes, until the repository and branch are linked",
      workaround: "once: netlify init; or deploy from the pipeline: netlify deploy --build --prod",
    },
    "runtime-values": {
      instead: "builds see what stands in netlify.toml, functions do not",
      workaround: "netlify env:set NAME value, for each of them that functions read",
    },
    "secret-values": {
      instead: "the values are in no file; Netlify has them once somebody has set them",
      workaround: "netlify env:set NAME --secret --context production, for each of them",
    },
    "computed-values": {
      instead: "the values are known only after an update, and are in no file",
      workaround: 'netlify env:set NAME "$(pulumi stack output …)", for each of them',
    },
    "variable-targets": true,
  },
  functionSeconds: 60,
  redirectStatuses: [301, 302],
  setSecret: "netlify env:set NAME --secret --context production",
  rollback: 'netlify api restoreSiteDeploy --data \'{"site_id":"…","deploy_id":"…"}\'',
  deploy: "netlify deploy --build --prod --site <site>",
  pricing: "https://www.netlify.com/pricing/",
  docs: "https://docs.netlify.com/build/configure-builds/file-based-configuration/",
  sources: [
    "https://docs.netlify.com/routing/redirects/redirect-options/",
    "https://docs.netlify.com/build/functions/configuration",
    "https://www.netlify.com/knowledge-base/how-to-configure-netlifytoml-redirects-headers-and-env-vars/",
    "https://answers.netlify.com/t/support-guide-minimizing-impact-of-load-balancer-not-working/34888",
  ],
  checkedOn: "2026-11-22",
  confidence: "medium",
};

/** Source: https://docs.netlify.com/build/functions/overview/ (2026-11-22; from memory where it names a state and no city). */
export const places = {
  cmh: "Columbus, USA",
  pdx: "Portland, USA",
  sfo: "San Francisco, USA",
  yul: "Montréal, Canada",
};
