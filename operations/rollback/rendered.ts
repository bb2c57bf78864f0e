import { hosts, type HostVendor } from "../../hosts";
import { defaultServiceVendor, serviceHost } from "../../hosts/services";
import { UserError } from "../../core/errors";
import type { DeclaredContainer, DeclaredWays } from "./declared";
import { imageToRun } from "./orchestrator";

// Requirement: DR-12, HOST-15, HOST-16
/**
 * Refuses a service whose vendor nothing here drives, with the command of that vendor's own tool that goes back: exit 2,
 * so that nothing takes it for done. Which image is meant is judged as for any other service. Passes one on Fly.
 */
export function refuseRendered(container: DeclaredContainer, stack: string, to?: string): void {
  const { name, vendor, app } = container;
  if (vendor === defaultServiceVendor) return;
  const host = serviceHost(vendor);
  const image = imageToRun(
    { service: name, image: container.image, declared: container.before },
    to,
  );
  const command = host?.rollback({ stack, service: name, app, image });
  throw byHand(name, `${name} runs on ${host?.label ?? vendor}`, command);
}

/** Refuses a site that another host than Vercel serves, with what goes back there. Passes one at Vercel. */
export function refuseOtherHost({ site }: Pick<DeclaredWays, "site">): void {
  if (!site) return;
  const { name, vendor } = site;
  const host = Object.hasOwn(hosts, vendor) ? hosts[vendor as HostVendor] : undefined;
  throw byHand("frontend", `${host?.label ?? vendor} serves ${name}`, host?.rollback);
}

function byHand(service: string, where: string, command: string | undefined): UserError {
  const found = `${where}, whose releases nothing here takes back`;
  const fix = command !== undefined && `do it yourself: ${command}`;
  return new UserError(
    [{ where: { path: `rollback of ${service}` }, found, ...(fix && { fix }) }],
    2,
  );
}
