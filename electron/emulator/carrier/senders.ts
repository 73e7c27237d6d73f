import { createHash } from 'node:crypto';
import { usAreas } from '../areas.ts';

/**
 * The number from which a Messaging Service sends: always the same one, of those reserved for fiction. Nobody has to
 * fill a sender pool here.
 */
export function senderOf(service: string): string {
  const hash = createHash('sha256').update(service.toLowerCase()).digest();
  const { areaCode } = usAreas[hash.readUInt16BE(0) % usAreas.length] ?? { areaCode: '202' };
  return `+1${areaCode}55501${String(hash.readUInt16BE(2) % 100).padStart(2, '0')}`;
}
