import type { ReportedResult } from "../../model";

export interface ShownPlaces {
  /** `Pulumi.prod.yaml:12` */
  file?: string;
  /** `groundwork:hosting.headers` */
  key?: string;
  /** `index.ts:40` */
  source?: string;
}

export function placesOf({ place, source }: Pick<ReportedResult, "place" | "source">): ShownPlaces {
  return {
    ...(place?.file !== undefined && { file: at(place.file, place.line) }),
    ...(place?.path !== undefined && { key: place.path }),
    ...(source && { source: at(source.file, source.line) }),
  };
}

function at(file: string, line: number | undefined): string {
  return line === undefined ? file : `${file}:${line}`;
}
