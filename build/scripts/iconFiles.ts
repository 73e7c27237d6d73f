/** A square image in the two forms that icon files need. */
export interface Drawing {
  size: number;
  png: Buffer;
  /** Red, green, blue, alpha; row by row from the top. */
  pixels: Buffer;
}

/** The sizes in icon.ico: what Windows shows, from file lists to large tiles. */
export const icoSizes = [16, 24, 32, 48, 64, 128, 256] as const;

/** The .icns types that hold a PNG, and their sides in pixels. Of two types of one size, the @2x one comes first. */
const icnsTypes: readonly (readonly [type: string, size: number])[] = [
  ['icp4', 16],
  ['ic11', 32],
  ['icp5', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

export const icnsSizes = [16, 32, 64, 128, 256, 512, 1024] as const;

/** Makes an .icns file. Needs a drawing in each of `icnsSizes`. */
export function icnsFile(drawings: readonly Drawing[]): Buffer {
  const entries = icnsTypes.map(([type, size]) => icnsEntry(type, drawingOf(drawings, size).png));
  return icnsEntry('icns', Buffer.concat(entries));
}

function icnsEntry(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}

/** Makes an .ico file. The largest drawing in `icoSizes` is a PNG, the others are bitmaps, which every reader knows. */
export function icoFile(drawings: readonly Drawing[]): Buffer {
  const images = icoSizes.map((size) => ({ size, data: icoImage(drawingOf(drawings, size)) }));
  const head = Buffer.from([0, 0, 1, 0, images.length, 0]);
  let offset = head.length + images.length * 16;
  const entries = images.map(({ size, data }) => {
    const entry = Buffer.alloc(16);
    // 256 does not fit into a byte, so it is written as 0.
    entry.set([size & 0xff, size & 0xff, 0, 0]);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(data.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += data.length;
    return entry;
  });
  return Buffer.concat([head, ...entries, ...images.map(({ data }) => data)]);
}

function icoImage({ size, png, pixels }: Drawing): Buffer {
  if (size === 256) return png;
  const head = Buffer.alloc(40);
  head.writeUInt32LE(40, 0);
  head.writeInt32LE(size, 4);
  // Doubled, because the height includes the mask.
  head.writeInt32LE(size * 2, 8);
  head.writeUInt16LE(1, 12);
  head.writeUInt16LE(32, 14);
  head.writeUInt32LE(pixels.length, 20);
  // The mask is all 0: the alpha channel decides what is visible. Its rows are padded to 32 bits.
  const mask = Buffer.alloc(Math.ceil(size / 32) * 4 * size);
  return Buffer.concat([head, bottomUp(pixels, size), mask]);
}

/** Blue, green, red, alpha; row by row from the bottom. */
function bottomUp(pixels: Buffer, size: number): Buffer {
  const turned = Buffer.alloc(pixels.length);
  for (let at = 0; at < pixels.length; at += 4) {
    const line = Math.floor(at / 4 / size);
    const to = (size - 1 - line) * size * 4 + (at - line * size * 4);
    turned.set([pixels[at + 2]!, pixels[at + 1]!, pixels[at]!, pixels[at + 3]!], to);
  }
  return turned;
}

function drawingOf(drawings: readonly Drawing[], size: number): Drawing {
  const found = drawings.find((drawing) => drawing.size === size);
  if (!found) throw new Error(`There is no drawing of ${size} pixels.`);
  return found;
}
