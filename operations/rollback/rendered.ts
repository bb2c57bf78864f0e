import { defaultServiceVendor, serviceHost } from "../../catalogue/hosts/services";
import { UserError } from "../../core/errors";
import type { DeclaredContainer } from "./declared";
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
  const where = { path: `rollback of ${name}` };
  const found = `${name} runs on ${host?.label ?? vendor}, whose releases nothing here takes back`;
  const fix = host && `run it yourself: ${host.rollback({ stack, service: name, app, image })}`;
  throw new UserError([{ where, found, ...(fix && { fix }) }], 2);
}
