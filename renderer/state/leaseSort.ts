export const leaseSorts = ['code', 'time', 'newest', 'label'] as const;
/** `code`: active ones first, and among them the one whose code came last. */
export type LeaseSort = (typeof leaseSorts)[number];
