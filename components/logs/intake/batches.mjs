/*
 * What one PutLogEvents takes: 1 MiB, where each event counts 26 bytes more than its text, 10,000 events in the order of
 * their time, and no more than a day between the first and the last.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html
 */
const mostBytes = 1_048_576;
const mostEvents = 10_000;
const longestSpan = 86_400_000;
const overhead = 26;

/** Events in batches that CloudWatch Logs takes. */
export function toBatches(events) {
  const sorted = [...events].sort((a, b) => a.timestamp - b.timestamp);
  const batches = [];
  let open;
  for (const event of sorted) {
    const bytes = Buffer.byteLength(event.message) + overhead;
    if (!open || !fits(open, event, bytes)) {
      open = { events: [], bytes: 0 };
      batches.push(open);
    }
    open.events.push(event);
    open.bytes += bytes;
  }
  return batches.map((batch) => batch.events);
}

function fits({ events, bytes }, event, more) {
  return (
    events.length < mostEvents &&
    bytes + more <= mostBytes &&
    event.timestamp - events[0].timestamp < longestSpan
  );
}
