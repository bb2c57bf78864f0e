import { childPath } from "../../core/property-path";
import { isPropertyMap, type PropertyMap, readProperty } from "../../core/value";
import { readMap } from "./maps";

/** The image of previews that a service declares, perhaps not known yet. */
interface DeclaredImage {
  service: string;
  /** Where it stands: `services.hub.previews.image`. */
  property: string;
}

/** Steps to the image of a service's previews. */
export const stepsTo = (service: string) => ["services", service, "previews", "image"] as const;

/** The images of previews among a ContainerService's inputs. */
export function previewImages(inputs: PropertyMap): DeclaredImage[] {
  return Object.keys(readMap(inputs, ["services"])).flatMap((service): DeclaredImage[] => {
    const steps: readonly string[] = stepsTo(service);
    const image = readProperty(inputs, steps);
    if (image.state === "known" && !isPropertyMap(image.value)) return [];
    return image.state === "absent" ? [] : [{ service, property: steps.reduce(childPath) }];
  });
}
