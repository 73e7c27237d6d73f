/** IPC channels; only main and the preload use them. */
export const channels = { request: 'otp-dock:request', event: 'otp-dock:event' } as const;

/** The name under which the preload offers the Bridge on `window`. */
export const bridgeName = 'otpDock';
