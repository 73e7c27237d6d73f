/** The files in the data folder by which the command line finds a running host. */
export { tokenFileName } from '../adapters/dataDir.ts';
export const hostFileName = 'host.json';
