import { defaultHost, hostVendors } from "../../../hosts";
import { defaultServiceVendor, serviceVendors } from "../../../hosts/services";
import type { StackSettings } from "../../../config/settings";
import { suggest } from "../../../config/suggest";
import { UserError } from "../../../core/errors";

/** What can be compared: who else could do it, who does it now, and the settings that another one takes. */
interface Axis {
  vendors: readonly string[];
  /** Several where services of one stack run at several vendors, none where it has nothing of the kind. */
  now: (settings: StackSettings) => readonly string[];
  /** As `--set` takes them. */
  changes: (vendor: string, settings: StackSettings) => readonly string[];
}

const axes = {
  hosting: {
    vendors: hostVendors,
    now: ({ hosting }) => [hosting.vendor ?? defaultHost],
    changes: (vendor) => [`hosting.vendor=${vendor}`],
  },
  services: {
    vendors: serviceVendors,
    now: ({ services }) => [
      ...new Set(Object.values(services).map((one) => one.vendor ?? defaultServiceVendor)),
    ],
    changes: (vendor, { services }) =>
      Object.keys(services).map((name) => `services.${name}.vendor=${vendor}`),
  },
} as const satisfies Record<string, Axis>;

export type AxisName = keyof typeof axes;

const names = Object.keys(axes) as AxisName[];

/** What was asked to be compared. */
export interface Choice {
  axis: AxisName;
  vendors: readonly string[];
}

/** Reads `hosting=vercel,netlify`; `hosting` alone means everybody. Tells all that is wrong at once. */
export function choiceOf(given: string): Choice {
  const [written = "", list] = given.split("=", 2).map((part) => part.trim());
  const axis = names.find((name) => name === written);
  if (!axis) throw refused(given, written, names);
  const { vendors: known }: Axis = axes[axis];
  const vendors = list === undefined ? known : list.split(",").map((one) => one.trim());
  const strangers = vendors.filter((vendor) => !known.includes(vendor));
  if (strangers.length > 0) {
    throw new UserError(
      strangers.flatMap((one) => refused(given, one, known).problems),
      2,
    );
  }
  return { axis, vendors: [...new Set(vendors)] };
}

/** Who does it now. */
export function nowOf(axis: AxisName, settings: StackSettings): readonly string[] {
  return (axes[axis] as Axis).now(settings);
}

/** What the stack file would say with another vendor. */
export function changesFor(axis: AxisName, vendor: string, settings: StackSettings) {
  return (axes[axis] as Axis).changes(vendor, settings);
}

function refused(given: string, found: string, known: readonly string[]): UserError {
  const meant = suggest(found, [...known]);
  const where = { path: `--compare ${given}` };
  const allowed = `one of ${known.join(", ")}`;
  return new UserError(
    [
      {
        where,
        found: found === "" ? "nothing" : `"${found}"`,
        allowed,
        ...(meant && { fix: `did you mean ${meant}?` }),
      },
    ],
    2,
  );
}
