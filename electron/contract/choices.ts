// Values to choose from. The first screen needs some of them and must not wait for zod, so this file does without.

/** Whether a notification shows its code; the system says when the screen is locked. */
export const notificationCodes = ['show', 'hideWhenLocked', 'never'] as const;

/** `system`: light or dark, like the operating system. */
export const themes = ['system', 'light', 'dark'] as const;

/** How far the first run has come: the step shown, or `done`. */
export const setupSteps = ['connect', 'reception', 'leaseEnd', 'done'] as const;
export type SetupStep = (typeof setupSteps)[number];

export const receptionKinds = ['ngrok', 'url', 'polling'] as const;
export type ReceptionKind = (typeof receptionKinds)[number];

/** Which root certificates ngrok's server may use: `trusted` is ngrok's own, `host` those that this computer trusts. */
export const ngrokRootCas = ['trusted', 'host'] as const;
export type NgrokRootCas = (typeof ngrokRootCas)[number];
