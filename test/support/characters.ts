import fc from 'fast-check';

/** Any Unicode character, for arbitrary strings. fast-check's `binary` does the same but takes two seconds to build. */
export const anyCharacter = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((point) => String.fromCodePoint(point));
