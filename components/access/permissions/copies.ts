import { actions, type Grant } from "./grant";

/** Copies of metrics, and functions that act on alarms: what takes both out of CloudWatch. */
export const copiesGrants: readonly Grant[] = [
  {
    types: ["aws:cloudwatch/logStream:LogStream"],
    on: "logGroups",
    read: actions("logs", "DescribeLogStreams"),
    write: actions("logs", "CreateLogStream", "DeleteLogStream"),
  },
  {
    types: ["aws:cloudwatch/metricStream:MetricStream"],
    on: "metricStreams",
    read: actions("cloudwatch", "GetMetricStream", "ListTagsForResource"),
    write: actions(
      "cloudwatch",
      "DeleteMetricStream",
      "PutMetricStream",
      "TagResource",
      "UntagResource",
    ),
  },
  {
    types: ["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"],
    on: "deliveryStreams",
    read: actions("firehose", "DescribeDeliveryStream", "ListTagsForDeliveryStream"),
    write: actions(
      "firehose",
      "CreateDeliveryStream",
      "DeleteDeliveryStream",
      "StartDeliveryStreamEncryption",
      "StopDeliveryStreamEncryption",
      "TagDeliveryStream",
      "UntagDeliveryStream",
      "UpdateDestination",
    ),
  },
  {
    // Of a function that others keep, what lets a topic call it and no more.
    types: ["aws:lambda/permission:Permission"],
    on: "responders",
    read: actions("lambda", "GetPolicy"),
    write: actions("lambda", "AddPermission", "RemovePermission"),
  },
];
