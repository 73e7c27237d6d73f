// What there is to choose from. The first screen needs some of it, and shall not wait for zod: so it stands without.

/** Whether a notification shows its code; the system says when the screen is locked. */
export const notificationCodes = ['show', 'hideWhenLocked', 'never'] as const;

/** `system`: light or dark as the operating system is. */
export const themes = ['system', 'light', 'dark'] as const;

/** How far the first run has come: the step that is shown, or `done`. */
export const setupSteps = ['connect', 'reception', 'leaseEnd', 'done'] as const;
export type SetupStep = (typeof setupSteps)[number];

export const receptionKinds = ['ngrok', 'url', 'polling'] as const;
export type ReceptionKind = (typeof receptionKinds)[number];

/** Whose certificates ngrok's server may show: `trusted` is ngrok's own, `host` those that this computer trusts. */
export const ngrokRootCas = ['trusted', 'host'] as const;
export type NgrokRootCas = (typeof ngrokRootCas)[number];
