import {
  defaultThirdParties,
  isRegional,
  rumParties,
  type ThirdParty,
} from "../../catalogue/third-parties";
import { rumDomains, webVitalsName, webVitalsVariable } from "../../catalogue/web-vitals";
import type { Tier } from "../../core/profile";
import type { HostingSection } from "../sections/hosting";
import type { StackSection } from "../sections/stack";
import type { WebVitalsSection } from "../sections/web-vitals";

/** What a stack's browsers measure, with everything filled in that follows from the rest of the file. */
export interface WebVitalsSettings extends WebVitalsSection {
  product: string;
  tier: Tier;
  owner: string;
  region: string;
  domains: string[];
}

interface Declared {
  stack: StackSection;
  hosting: Pick<HostingSection, "domains" | "thirdParties">;
  webVitals?: WebVitalsSection | undefined;
}

// Requirement: ALRT-17
/** Undefined where nobody asks browsers. */
export function derivedWebVitals(
  { stack, hosting, webVitals }: Declared,
  region = "",
): WebVitalsSettings | undefined {
  if (!webVitals) return undefined;
  const { product, tier, owner } = stack;
  return { product, tier, owner, region, domains: measuredHosts(hosting), ...webVitals };
}

/** Hosts that serve the app, and send nobody on, as many as an app monitor takes. */
export function measuredHosts({ domains = {} }: Declared["hosting"]): string[] {
  return Object.entries(domains)
    .filter(([host, { redirect }]) => redirect === undefined && !host.startsWith("*."))
    .map(([host]) => host)
    .slice(0, rumDomains.most);
}

type Variables = NonNullable<HostingSection["variables"]>;

/**
 * The app's variables, with what its client needs: only in what visitors see, since previews are on other hosts. What the
 * file says itself wins.
 */
export function withWebVitals(
  variables: Variables,
  webVitals: WebVitalsSection | undefined,
): Variables {
  if (!webVitals) return variables;
  const { variable = webVitalsVariable } = webVitals;
  return {
    [variable]: { output: "webVitals.client", targets: ["production"] },
    ...variables,
  };
}

interface Parties {
  thirdParties?: ThirdParty[];
  /** Only where some third party needs it. */
  awsRegion?: string;
}

// Requirement: ALRT-17, HDR-01
/**
 * Whose services pages may talk to: those of the file, and AWS RUM where it is asked to measure, by the client that is
 * built into the app unless the file names the other one.
 */
export function withMonitor(
  { hosting, webVitals }: Pick<Declared, "hosting" | "webVitals">,
  region: string | undefined,
): Parties {
  const { thirdParties } = hosting;
  const said = thirdParties ?? defaultThirdParties;
  const isLet = !webVitals || rumParties.some((name) => said.includes(name));
  const all = isLet ? thirdParties : [...said, rumParties[0]];
  return {
    ...(all && { thirdParties: all }),
    ...(region && all?.some(isRegional) && { awsRegion: region }),
  };
}

/** What is watched of the app, where its browsers are asked. */
export function watchedVitals(webVitals: WebVitalsSettings | undefined): { appMonitor?: string } {
  return webVitals ? { appMonitor: webVitalsName(webVitals) } : {};
}
