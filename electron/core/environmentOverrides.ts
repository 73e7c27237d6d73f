import type { NgrokRootCas } from '../contract/choices.ts';
import type { TunnelState } from '../contract/state.ts';
import type { Credentials } from './ports.ts';

/** What the environment sets; it wins over what is stored. */
export interface EnvironmentOverrides {
  credentials: Credentials | null;
  ngrokToken: string | null;
  ngrokDomain: string | null;
  ngrokRootCas: NgrokRootCas | null;
  publicUrl: string | null;
  reception: TunnelState['kind'] | null;
  maxLeaseSeconds: number | null;
  quarantineSeconds: number | null;
  retentionDays: number | null;
}
