/**
 * A folder that Firehose writes below: it reads `!{` as a pattern of its own and puts the date after a slash.
 * Source: https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html
 */
export const deliveryFolder = /^[\w.-]+(\/[\w.-]+)*$/;

/** How a person reads what the pattern asks for. */
export const deliveryFolderShape = "a folder such as metrics, without a slash at either end";
