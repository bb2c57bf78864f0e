import { type Alarm, type AlarmState, type Subscription } from "../estate/watching";

/** A message as it lies in the inbox of a cloud: one line of `inbox.jsonl`. */
export interface InboxMessage {
  /** ISO 8601, by the clock of the watch. */
  at: string;
  topic: string;
  protocol: string;
  /** Who it is for; of a secret address its digest. */
  to: string;
  /** Whoever has not confirmed the subscription would hear nothing from AWS. */
  confirmed: boolean;
  subject: string;
  alarm: string;
  state: AlarmState;
  text: string;
}

/** A change to the state of an alarm. */
export interface Change {
  alarm: Alarm;
  from: AlarmState;
  to: AlarmState;
  /** Milliseconds. */
  at: number;
}

// Requirement: UPT-03, ALRT-12
/** What everybody who subscribed to the topics of an alarm is sent. */
export function messagesOf(
  { alarm, from, to, at }: Change,
  subscriptions: readonly Subscription[],
): InboxMessage[] {
  return alarm.actions[to].flatMap((topic) =>
    subscriptions
      .filter((subscription) => subscription.topic === topic)
      .map(({ protocol, endpoint, confirmed }) => ({
        at: new Date(at).toISOString(),
        ...{ topic, protocol, to: endpoint, confirmed },
        subject: `${to}: "${alarm.name}" in ${alarm.region}`,
        ...{ alarm: alarm.name, state: to },
        text: `${alarm.description} State change: ${from} -> ${to}.`,
      })),
  );
}
