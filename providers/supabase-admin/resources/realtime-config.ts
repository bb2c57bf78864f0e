import { type Properties, type Property } from "../model/resource";
import { projectSetting } from "./project-setting";

const count = (description: string, minimum: number, maximum: number): Property => ({
  type: "integer",
  description: `${description} ${minimum} to ${maximum}.`,
  minimum,
  maximum,
});

const most = 2_147_483_647;

const fields: Properties = {
  privateOnly: {
    type: "boolean",
    description: "Only channels with row policies: nobody joins a public one.",
  },
  connectionPool: count("Connections of Realtime to the database.", 1, 100),
  maxConcurrentUsers: count("Clients connected at once.", 1, 50_000),
  maxEventsPerSecond: count("Messages a second, all clients together.", 1, most),
  maxBytesPerSecond: count("Bytes a second, all clients together.", 1, most),
  maxChannelsPerClient: count("Channels that one client may be in.", 1, most),
  maxJoinsPerSecond: count("Joins a second.", 1, most),
  maxPresenceEventsPerSecond: count("Presence messages a second.", 1, most),
  maxPayloadSizeInKb: count("Size of one message, in kB.", 1, most),
  presenceEnabled: { type: "boolean", description: "Whether clients may track presence." },
  suspend: { type: "boolean", description: "Turns Realtime off for the project." },
};

/** `maxEventsPerSecond` → `max_events_per_second`. */
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const realtimeConfig = projectSetting({
  type: "supabase-admin:index/realtimeConfig:RealtimeConfig",
  description: "Limits of the project's Realtime service.",
  path: "/config/realtime",
  fields,
  apiNames: Object.fromEntries(Object.keys(fields).map((name) => [name, snake(name)])),
});
