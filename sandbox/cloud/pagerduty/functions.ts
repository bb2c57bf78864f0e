import { text } from "../account";
import { Refusal } from "../refusal";
import { type CloudFunction } from "../resource";
import { called, outsideId } from "./site";

/** Schedules are made by hand, so that each name that begins as names do is somebody's. */
const getSchedule: CloudFunction = {
  token: "pagerduty:index/getSchedule:getSchedule",
  call: ({ inputs, cloud }) => {
    const name = text(inputs["name"], "");
    if (!/^\S/.test(name)) {
      throw new Refusal(`Unable to locate any schedule with the name: ${name}`);
    }
    return { id: outsideId(cloud, `schedule ${name}`), name };
  },
};

/** One that a stack has made, or else one that was made by hand. */
const getEscalationPolicy: CloudFunction = {
  token: "pagerduty:index/getEscalationPolicy:getEscalationPolicy",
  call: ({ inputs, cloud }) => {
    const name = text(inputs["name"], "");
    if (!/^\S/.test(name)) {
      throw new Refusal(`Unable to locate any escalation policy with the name: ${name}`);
    }
    const made = called(cloud, "escalation-policy", name);
    return { id: made?.id ?? outsideId(cloud, `escalation policy ${name}`), name };
  },
};

export const pagerdutyFunctions: readonly CloudFunction[] = [getEscalationPolicy, getSchedule];
