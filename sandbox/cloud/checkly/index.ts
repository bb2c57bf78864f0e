import { type Value } from "../../../core/value";
import { isPropertyMap } from "../../../core/value";
import { list, text } from "../account";
import { ids } from "../ids";
import { type CloudResource, type Need, type Order } from "../resource";

const channelType = "checkly:index/alertChannel:AlertChannel";
const groupType = "checkly:index/checkGroup:CheckGroup";

const notFound = "API error 1: unexpected response status 404: Not Found";

/** What Checkly fills in: one message when a run fails, none after it. */
const alertSettings = {
  escalationType: "RUN_BASED",
  runBasedEscalations: [{ failedRunThreshold: 1 }],
  timeBasedEscalations: [{ minutesFailingThreshold: 5 }],
  reminders: [{ amount: 0, interval: 5 }],
};

/** Names repeat freely at Checkly: channels, groups and checks are called by number. */
const alertChannel: CloudResource = {
  type: channelType,
  create: () => ({ id: String(ids.checklyNumber()) }),
};

const checkGroup: CloudResource = {
  type: groupType,
  autonamed: true,
  defaults: { alertSettings, apiCheckDefaults: {} },
  needs: needsChannels,
  create: () => ({ id: String(ids.checklyNumber()) }),
  // Its checks run on, each for itself.
};

const check: CloudResource = {
  type: "checkly:index/check:Check",
  autonamed: true,
  defaults: { alertSettings },
  needs: (order) => [...needsChannels(order), ...needsGroup(order)],
  create: () => ({ id: ids.uuid() }),
};

/** Channels that a check or a group tells. */
function needsChannels({ inputs }: Order): Need[] {
  return list(inputs["alertChannelSubscriptions"]).map((one) => ({
    type: channelType,
    id: isPropertyMap(one) ? idOf(one["channelId"]) : undefined,
    refusal: notFound,
  }));
}

function needsGroup({ inputs }: Order): Need[] {
  const id = idOf(inputs["groupId"]);
  return id === undefined ? [] : [{ type: groupType, id, refusal: notFound }];
}

/** Ids are texts in the engine and numbers in inputs. */
function idOf(value: Value | undefined): string | undefined {
  return typeof value === "number" ? String(value) : text(value, "") || undefined;
}

export const checklyResources: readonly CloudResource[] = [alertChannel, checkGroup, check];
