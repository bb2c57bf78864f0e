import { UserError } from "../../core/errors";
import { type Reach, reachOver } from "../../operations/reach";
import { type FlyClient, flyApi, flyClient } from "../../operations/vendors/fly";
import { type VercelClient, vercelApi, vercelClient } from "../../operations/vendors/vercel";
import { type Context, cloudFolder } from "../context";

/** Where a stack runs: the way to its hosts, and its vendors' own APIs. */
export interface Clouds {
  reach: Reach;
  /** Refused without a token, as every vendor is. `team`: slug or id. */
  vercel: (team: string | undefined) => VercelClient;
  fly: () => FlyClient;
  /** Ends the use of it. What was opened is of no use afterwards. */
  release: () => Promise<void>;
}

/** Milliseconds that one question may take: health endpoints give up on what they depend on after five seconds. */
const timeoutMs = 10_000;
/** A cloud on this machine keeps no accounts. */
const sandboxToken = "sandbox";

/** The real network and vendors, or the cloud on this machine. */
export function openClouds(context: Context, sandbox: boolean): Promise<Clouds> {
  return sandbox ? openSandboxClouds(context) : Promise.resolve(realClouds(context));
}

function realClouds({ env }: Context): Clouds {
  const reach = reachOver({ timeoutMs });
  const access = (baseUrl: string, variable: string) => ({
    ...{ baseUrl, reach },
    token: tokenIn(env, variable),
  });
  return {
    reach,
    vercel: (team) => vercelClient({ ...access(vercelApi, "VERCEL_API_TOKEN"), team }),
    fly: () => flyClient(access(flyApi, "FLY_API_TOKEN")),
    release: () => Promise.resolve(),
  };
}

async function openSandboxClouds(context: Context): Promise<Clouds> {
  const { openEdge } = await import("../../sandbox/client");
  const edge = await openEdge(cloudFolder(context));
  const { httpsPort, httpPort, ca, apis } = edge;
  const access = (baseUrl: string) => ({
    ...{ baseUrl, token: sandboxToken },
    reach: reachOver({ timeoutMs }),
  });
  return {
    reach: reachOver({ edge: { httpsPort, httpPort, ca }, timeoutMs }),
    vercel: () => vercelClient(access(apis.vercel)),
    fly: () => flyClient(access(apis.fly)),
    release: () => edge.release(),
  };
}

function tokenIn(env: NodeJS.ProcessEnv, variable: string): string {
  const token = env[variable];
  if (token) return token;
  throw new UserError(
    [
      {
        where: {},
        found: `${variable} is not set`,
        allowed: "a token of the vendor in that environment variable",
        fix: `set ${variable}, or add --sandbox`,
      },
    ],
    2,
  );
}
