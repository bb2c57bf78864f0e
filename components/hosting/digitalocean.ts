import * as digitalocean from "@pulumi/digitalocean";
import { child, type Component, type Transform } from "../component";

/** The last word on what DigitalOcean is told. */
export interface DigitaloceanTransforms {
  /** The app of App Platform, where that is the host. */
  app?: Transform<digitalocean.AppArgs> | undefined;
}

/** Declares a site's app. */
export function declareApp(
  parent: Component,
  spec: digitalocean.types.input.AppSpec,
  { app: transform }: DigitaloceanTransforms,
): void {
  new digitalocean.App(...child<digitalocean.AppArgs>(parent, "", { spec }, { transform }));
}
