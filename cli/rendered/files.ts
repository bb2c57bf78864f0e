import type { ErrorTracker } from "../../catalogue/error-tracking";
import type { AlarmSpec } from "../../core/alarm";
import { UserError } from "../../core/errors";
import type { Tier } from "../../core/profile";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { holdsUnknown, type PropertyMap } from "../../core/value";
import { renderSite, renderServices } from "../../hosts/files";
import { errorMigrations } from "../../render/error-tables";
import { siteOf } from "../../render/hosts/declared";
import { renderAllPreviews } from "../../render/preview-pool";
import { renderPrometheus } from "../../render/prometheus";
import type { NamedServices, RenderedFile, ServiceSpec } from "../../render/service";

/** All files that a stack's components come to, by name. Their inputs are the whole spec, judged before they were registered. */
export function filesOf(resources: readonly DeclaredResource[], stack: string): RenderedFile[] {
  refuseUnknown(resources.filter(({ type }) => rendered.has(type)));
  const own = resources.flatMap(({ type, inputs }) => renderers[type]?.(inputs, stack) ?? []);
  const site = siteOf(resources);
  const services = site ? servicesAt(site.site.vendor, resources) : [];
  const ofSite = site ? renderSite(site, { stack, services }) : [];
  // A file that holds the site holds the services of its host too, where both are read from one.
  const names = new Set(ofSite.map(({ file }) => file));
  return [...own.filter(({ file }) => !names.has(file)), ...ofSite].sort((a, b) =>
    a.file < b.file ? -1 : 1,
  );
}

interface ServicesInputs {
  tier: Tier;
  services: Record<string, ServiceSpec>;
}

/** What each component's inputs are rendered to by themselves. */
const renderers: Readonly<Record<string, (inputs: PropertyMap, stack: string) => RenderedFile[]>> =
  {
    [tokens.containerService]: (inputs, stack) => {
      const { tier, services } = inputs as unknown as ServicesInputs;
      const target = { stack, tier };
      const own = renderServices(services, target).map(({ file, text }) => ({ file, text }));
      return [...own, ...renderAllPreviews(Object.entries(services), target)];
    },
    [tokens.errorTracking]: (inputs) =>
      errorMigrations(inputs as unknown as { kind: ErrorTracker }),
    [tokens.alerts]: (inputs, stack) => {
      const { product, tier, watch } = inputs as unknown as {
        product: string;
        tier: Tier;
        watch: { alarms: AlarmSpec[] };
      };
      return renderPrometheus(watch.alarms, { product, stack, tier });
    },
  };

const rendered = new Set([...Object.keys(renderers), tokens.hostedSite, tokens.hostedRoute]);

/** The stack's services that a host of sites runs too. */
function servicesAt(vendor: string, resources: readonly DeclaredResource[]): NamedServices {
  return resources
    .filter(({ type }) => type === tokens.containerService)
    .flatMap(({ inputs }) => Object.entries((inputs as unknown as ServicesInputs).services))
    .filter(([, service]) => service.vendor === vendor);
}

function refuseUnknown(resources: readonly DeclaredResource[]): void {
  const unknown = resources.filter(({ inputs }) => holdsUnknown(inputs));
  const found = "a value that is not known before the update";
  const allowed = "plain values, since a file cannot wait";
  const problems = unknown.map(({ name }) => ({ where: { path: name }, found, allowed }));
  if (problems.length > 0) throw new UserError(problems);
}
