/** Lines that one request may bring. */
export const mostLines: number;

/** Bytes of one line. */
export const longestLine: number;
