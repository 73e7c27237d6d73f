/** The files in the data folder by which the command line finds a running host. */
export const tokenFileName = 'api-token';
export const hostFileName = 'host.json';
