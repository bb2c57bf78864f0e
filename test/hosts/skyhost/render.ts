import type { SiteRendering } from "../../../hosts/contract/renderings";
import type { Renderer } from "../../../render/service";

export const site: SiteRendering = {
  file: ({ name, headers }, { stack }) => ({
    file: `sky.${stack}.json`,
    text: JSON.stringify({ name, headers: headers.map(({ source, set }) => ({ source, set })) }),
  }),
  lackOfHeaders: () => undefined,
  lackOfRedirect: () => undefined,
  lackOfDomainRedirect: () => undefined,
};

export const service: Renderer = (services, { stack }) =>
  services.map(([name, { app, image }]) => ({
    file: `${name}/sky.${stack}.json`,
    text: JSON.stringify({ app, image }),
    services: [name],
  }));
