/** What stands where a secret was. */
export const masked: string;

/** The value with every secret masked and every IP address shortened, however deep. */
export function mask<T>(value: T, key?: string): T;

/** Keeps the network of an address and drops the host; what is no address stays. */
export function shortenIp(address: string): string;
