import type { Meter } from "./meter";
import { storageMeters } from "./storage";

/** Every meter by the room of the stack file that it stands in. */
export const meterRooms = {
  storage: storageMeters,
} as const;

type Rooms = typeof meterRooms;

/** `storage.storedGb` */
export type MeterId = {
  [Room in keyof Rooms]: `${Room}.${keyof Rooms[Room] & string}`;
}[keyof Rooms];

/** Every meter by its id. */
export const meters = Object.fromEntries(
  Object.entries(meterRooms).flatMap(([room, named]) =>
    Object.entries(named).map(([name, meter]) => [`${room}.${name}`, meter]),
  ),
) as Readonly<Record<MeterId, Meter>>;
