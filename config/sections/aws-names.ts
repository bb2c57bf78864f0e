import { z } from "zod";

/** What AWS takes as names, in sections that declare something there. */
export const bucketName = z
  .string()
  .regex(
    /^(?!xn--|sthree-|amzn-s3-demo-)[a-z0-9][a-z0-9-]{1,61}[a-z0-9](?<!-s3alias|--ol-s3)$/,
    "3 to 63 lower-case letters, digits and hyphens, as S3 takes them",
  );

export const awsRegion = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "an AWS region such as ca-central-1");
