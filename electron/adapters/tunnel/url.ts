import { appError } from '../../contract/errors.ts';
import { publicUrlSchema } from '../../contract/settings.ts';
import type { Tunnel, TunnelConfig } from '../../core/ports.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A public URL that the tester runs (a reverse proxy, a tunnel of their own). */
export function createUrlTunnel({ publicUrl }: Pick<TunnelConfig, 'publicUrl'>, production: boolean): Tunnel {
  return {
    open: async (onState) =>
      onState({ kind: 'url', state: 'online', url: checkedUrl(publicUrl, production), problem: null }),
    close: async () => undefined,
  };
}

/** Throws TUNNEL_FAILED: https is needed, or http on loopback when not in production. */
function checkedUrl(publicUrl: string | null, production: boolean): string {
  const parsed = publicUrlSchema.safeParse(publicUrl ?? '');
  if (!parsed.success) {
    throw appError(
      'TUNNEL_FAILED',
      'There is no public URL to receive messages on.',
      'Set WEBHOOK_BASE_URL, or the public URL in Settings, such as https://hooks.example.com.',
    );
  }
  const { protocol, hostname } = new URL(parsed.data);
  if (protocol === 'https:' || (!production && loopback.has(hostname))) return parsed.data;
  throw appError(
    'TUNNEL_FAILED',
    production
      ? 'The public URL must begin with https:// in production.'
      : 'The public URL must begin with https://; http is for this machine itself only (localhost).',
    'Change WEBHOOK_BASE_URL, or the public URL in Settings.',
  );
}
