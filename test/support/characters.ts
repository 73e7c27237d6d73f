import fc from 'fast-check';

/** Any character of Unicode, for strings of whatever. The `binary` of fast-check is the same, and takes two seconds to be made. */
export const anyCharacter = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((point) => String.fromCodePoint(point));
