import type { MessageMedia } from '../../electron/contract/lease.ts';

export type MediaKind = 'image' | 'video' | 'audio' | 'contact' | 'document' | 'file';

/** Names of formats that differ from their types'. */
const formats: ReadonlyMap<string, string> = new Map([
  ['image/svg+xml', 'SVG'],
  ['video/quicktime', 'MOV'],
  ['video/3gpp', '3GP'],
  ['audio/mpeg', 'MP3'],
  ['text/plain', 'TXT'],
]);

const kinds: readonly (readonly [RegExp, MediaKind])[] = [
  [/^image\//, 'image'],
  [/^video\//, 'video'],
  [/^audio\//, 'audio'],
  [/^text\/(x-)?vcard$/, 'contact'],
  [/^(text\/|application\/(pdf|rtf|msword|vnd\.(ms-|openxmlformats|oasis).*)$)/, 'document'],
];

/** What a file is, and in which format: null where that has no short name. */
export function describeMedia({ contentType }: MessageMedia): { kind: MediaKind; format: string | null } {
  const type = contentType.replace(/;.*/s, '').trim().toLowerCase();
  const kind = kinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'file';
  const [, short] = /^\w+\/(?:x-)?([a-z0-9]{2,4})$/.exec(type) ?? [];
  return { kind, format: kind === 'contact' ? null : (formats.get(type) ?? short?.toUpperCase() ?? null) };
}
