import { renderFly } from "./fly";
import type { Renderer, RenderTarget, RenderedFile, ServiceSpec, Vendor } from "./service";

/** A further vendor is one more line here and one more file beside `fly.ts`. */
const renderers: Readonly<Record<Vendor, Renderer>> = { fly: renderFly };

/** The file that the service's vendor reads. Pure: the same service gives the same text. */
export function render(spec: ServiceSpec, target: RenderTarget): RenderedFile {
  return renderers[spec.vendor](spec, target);
}
