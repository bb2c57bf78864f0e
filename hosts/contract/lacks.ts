import type { HostCapability, Lack } from "./capability";

/**
 * What holds at a host that says nothing of its own: none of it is there. A host takes these and names what it can.
 * The workarounds need nothing but the app, its pipeline and the parts of this project that run beside any host.
 */
export const lacksByDefault: Readonly<Record<HostCapability, Lack>> = {
  "rolling-release": {
    instead: "a release reaches all visitors at once",
    workaround:
      "release behind a switch of the app, and watch the release: npx groundwork watch-release",
  },
  "skew-protection": {
    instead: "a page loaded before a release asks the new one for its parts",
    workaround:
      "keep the files of earlier builds, whose names hold a hash, and let the app reload once when a part is missing",
  },
  "staged-promotion": {
    instead: "a build of the production branch goes live by itself",
    workaround: "merge to the production branch only what the pipeline has checked",
  },
  "deployment-retention": {
    instead: "deployments are kept as long as the host keeps them",
    workaround: "keep the commit of each release: a build of it is the way back",
  },
  "previews-off": {
    instead: "other branches may make previews",
    workaround: "turn previews off in the host's own settings",
  },
  "preview-suffix": {
    instead: "previews have names below the host's own domain",
    workaround: "link previews by the address that the host reports to the pull request",
  },
  "production-builds-first": {
    instead: "builds wait in the order in which they came",
    workaround: "turn previews off while a release is urgent",
  },
  "custom-environments": {
    instead: "there is production, and there are previews",
    workaround: "give the environment a stack of its own: a further Pulumi.<stack>.yaml",
  },
  "rate-limits": {
    instead: "nobody counts requests before the app does",
    workaround: "count them in the app, or put a CDN with rate limits in front of the host",
  },
  "managed-rulesets": {
    instead: "no rules against bots and known attacks",
    workaround: "put a CDN with a web application firewall in front of the host",
  },
  "team-only-deployments": {
    instead: "whoever knows the address of a preview sees it",
    workaround: "ask for a sign-in in the app wherever the stack is not production",
  },
  "password-protection": {
    instead: "whoever knows the address sees it",
    workaround: "ask for the password in the app, by HTTP authentication",
  },
  "trusted-addresses": {
    instead: "every address reaches it",
    workaround:
      "judge the address in the app, or put a CDN with address rules in front of the host",
  },
  "preflight-allowlist": {
    instead: "there is no protection that preflight requests would have to pass",
    workaround: "answer OPTIONS in the app",
  },
  "verified-commits": {
    instead: "commits without a verified signature are built too",
    workaround: "require signed commits of the branch: groundwork:repository branch protection",
  },
  "oidc-tokens": {
    instead: "builds and functions get no token to sign in elsewhere with",
    workaround: "give them a key of the narrowest rights, and rotate it: npx groundwork rotate",
  },
  "log-drain": {
    instead: "logs stay at the host, for as long as it keeps them",
    workaround:
      "let the app post its log lines to the intake of groundwork:logs, signed as Vercel signs them",
  },
  webhook: {
    instead: "nobody is called when a deployment succeeds or fails",
    workaround: "call the address from the pipeline that deploys, or set it in the host's settings",
  },
  crons: {
    instead: "schedules of vercel.json are not read",
    workaround: "call the same paths with CRON_SECRET from a scheduled workflow of GitHub Actions",
  },
  "feature-flags": {
    instead: "no flags are made",
    workaround:
      "keep the flags in a table of the database, with the key and the variants of the stack file",
  },
  "maintenance-banner": {
    instead: "no store carries the banner, and EDGE_CONFIG is not set",
    workaround: "let the app read the banner from the database, or from the status page",
  },
  "preview-toolbar": {
    instead: "there is no toolbar",
    workaround: "comment in the pull request",
  },
  "install-command": {
    instead: "the host installs packages in its own way",
    workaround: "begin buildCommand with the command that installs",
  },
  "node-version": {
    instead: "the host takes the version of Node that package.json asks for",
    workaround: "set engines.node in package.json to the same version",
  },
  "function-regions": {
    instead: "functions run where the host puts them",
    workaround: "set the region in the host's settings",
  },
  "function-timeout": {
    instead: "the host's own limit holds",
    workaround: "stop long work in the app itself, with a deadline for each request",
  },
  "header-conditions": {
    instead: "the app has to set these headers, since the host does not see conditions",
    workaround: "set them in the app, where the request is known",
  },
  "header-patterns": {
    instead: "the app has to set these headers, since the host has no such pattern of paths",
    workaround: "set them in the app, or write the source with whole segments and /(.*)",
  },
  "header-overrides": {
    instead:
      "the app has to set these headers: a second rule for a path adds to the first, and does not win",
    workaround: "set them in the app, or give the paths of both rules no answer in common",
  },
  "header-removal": {
    instead: "the headers stay in answers that carry them",
    workaround: "turn them off in the app, such as poweredByHeader: false of Next.js",
  },
  "server-headers": {
    instead: "the app has to set these headers, since the host sets none on what a server answers",
    workaround:
      "npx groundwork render writes headers.json: let the app's server send what it says, such as in headers() of next.config.js",
  },
  "redirect-conditions": {
    instead: "the redirect is left out",
    workaround: "redirect in the app, where the request is known",
  },
  "redirect-patterns": {
    instead: "the redirect is left out",
    workaround: "redirect in the app, or write the source with whole segments and /(.*)",
  },
  "redirect-status": {
    instead: "the redirect answers the status that is next to it: 301 for 308, 302 for 307",
    workaround: "write the status that the host has, where only GET is asked for",
  },
  "domain-redirects": {
    instead: "the host serves the app under the redirecting name too",
    workaround: "redirect in the app by the host that the request names",
  },
  "custom-domains": {
    instead: "the host does not answer under these names until somebody gives them to the site",
    workaround: "add them to the site once, in the host's settings",
  },
  "host-name": {
    instead:
      "the host may give the site another name, and its domains would lead to somebody else's",
    workaround:
      "compare its name after the first deployment, and set name to what the host made of it",
  },
  "git-repository": {
    instead: "nothing is built when somebody pushes, until the repository is linked",
    workaround: "link it once in the host's settings, or deploy from the pipeline",
  },
  "runtime-values": {
    instead: "the build sees them, functions do not",
    workaround: "set each of them with the host's own tool as well",
  },
  "secret-values": {
    instead: "the values are in no file; the host has them once somebody has set them",
    workaround: "set each of them with the host's own tool",
  },
  "computed-values": {
    instead: "the values are known only after an update, and are in no file",
    workaround: "set each of them with the host's own tool, from pulumi stack output",
  },
  "variable-targets": {
    instead: "production and previews see the same variables",
    workaround: "give previews a stack of their own, or let the app ask where it runs",
  },
};
