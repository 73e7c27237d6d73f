export const leaseSorts = ['code', 'time', 'newest', 'label'] as const;
/** `code`: active ones first, those with the latest codes at the top. */
export type LeaseSort = (typeof leaseSorts)[number];
