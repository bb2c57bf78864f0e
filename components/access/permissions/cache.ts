import { actions, type Grant } from "./grant";

const elasticache = (...names: string[]) => actions("elasticache", ...names);
const ec2 = (...names: string[]) => actions("ec2", ...names);

const cache = "aws:elasticache/serverlessCache:ServerlessCache";
const user = "aws:elasticache/user:User";
const group = "aws:elasticache/userGroup:UserGroup";

/** The cache that AWS runs, its users, and the endpoint by which it is in the VPC. Nothing where the stack has none. */
export const cacheGrants: readonly Grant[] = [
  {
    types: [cache, user, group],
    on: "caches",
    read: elasticache("ListTagsForResource"),
    write: elasticache("AddTagsToResource", "RemoveTagsFromResource"),
  },
  {
    types: [cache],
    on: "caches",
    read: elasticache("DescribeServerlessCaches"),
    write: elasticache("CreateServerlessCache", "DeleteServerlessCache", "ModifyServerlessCache"),
  },
  {
    types: [user],
    on: "caches",
    read: elasticache("DescribeUsers"),
    write: elasticache("CreateUser", "DeleteUser", "ModifyUser"),
  },
  {
    types: [group],
    on: "caches",
    read: elasticache("DescribeUserGroups"),
    write: elasticache("CreateUserGroup", "DeleteUserGroup", "ModifyUserGroup"),
  },
  { types: [cache], on: "cacheNetworks", write: ec2("CreateTags", "CreateVpcEndpoint") },
  {
    types: [cache],
    on: "cacheLookups",
    read: ec2("DescribeSecurityGroups", "DescribeSubnets", "DescribeVpcEndpoints", "DescribeVpcs"),
  },
];
