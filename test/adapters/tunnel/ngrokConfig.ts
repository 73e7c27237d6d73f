import type { TunnelConfig } from '../../../electron/core/ports.ts';

export const ngrokToken = '2abcdefGHIJKLmnopQRSTuvwxyz_5ecretT0ken';

export const ngrokConfig: TunnelConfig = {
  kind: 'ngrok',
  publicUrl: null,
  ngrokToken,
  ngrokDomain: null,
  ngrokRootCas: 'trusted',
  localUrl: 'http://localhost:5000',
  instance: 'this-run',
};
