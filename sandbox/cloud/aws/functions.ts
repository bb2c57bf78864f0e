import { awsAccountId, awsRegion } from "../account";
import { type CloudFunction } from "../resource";

export const getCallerIdentity: CloudFunction = {
  token: "aws:index/getCallerIdentity:getCallerIdentity",
  call: () => ({
    id: awsAccountId,
    accountId: awsAccountId,
    arn: `arn:aws:iam::${awsAccountId}:user/sandbox`,
    userId: "AIDASANDBOXSANDBOX001",
  }),
};

export const getRegion: CloudFunction = {
  token: "aws:index/getRegion:getRegion",
  call: ({ inputs, account }) => {
    const region = awsRegion(inputs, account);
    const endpoint = `ec2.${region}.amazonaws.com`;
    return { id: region, region, name: region, description: region, endpoint };
  },
};

export const getPartition: CloudFunction = {
  token: "aws:index/getPartition:getPartition",
  call: () => ({
    id: "aws",
    partition: "aws",
    dnsSuffix: "amazonaws.com",
    reverseDnsPrefix: "com.amazonaws",
  }),
};
