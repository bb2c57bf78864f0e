import type { Meter } from "./meter";
import { logsMeters } from "./logs";
import { computeMeters } from "./compute";
import { alertsMeters } from "./alerts";
import { cacheMeters } from "./cache";
import { backupMeters } from "./backup";
import { databaseMeters } from "./database";
import { dnsMeters } from "./dns";
import { errorMeters } from "./errors";
import { githubMeters } from "./github";
import { hostingMeters } from "./hosting";
import { seatMeters } from "./seats";
import { secretsMeters } from "./secrets";
import { serviceMeters } from "./services";
import { storageMeters } from "./storage";
import { webVitalsMeters } from "./web-vitals";

/** Every meter by the room of the stack file that it stands in. */
export const meterRooms = {
  seats: seatMeters,
  hosting: hostingMeters,
  database: databaseMeters,
  services: serviceMeters,
  storage: storageMeters,
  backup: backupMeters,
  cache: cacheMeters,
  dns: dnsMeters,
  secrets: secretsMeters,
  github: githubMeters,
  errors: errorMeters,
  alerts: alertsMeters,
  compute: computeMeters,
  logs: logsMeters,
  webVitals: webVitalsMeters,
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
