import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { icnsFile, icnsSizes, icoFile, icoSizes, type Drawing } from '../../build/scripts/iconFiles.ts';

const build = resolve(import.meta.dirname, '../../build');
const read = (name: string) => readFileSync(resolve(build, name));
const isPng = (content: Buffer) => content.subarray(1, 4).toString('latin1') === 'PNG';
/** The width that the head of a PNG names. */
const widthOf = (png: Buffer) => png.readUInt32BE(16);

/** The images of an .ico: the side that its entry names, and what it points to. */
function imagesOf(ico: Buffer): { size: number; data: Buffer }[] {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = ico.subarray(6 + index * 16, 22 + index * 16);
    const [length, offset] = [entry.readUInt32LE(8), entry.readUInt32LE(12)];
    return { size: entry[0] || 256, data: ico.subarray(offset, offset + length) };
  });
}

/** The types of an .icns and the sides of their PNGs. */
function entriesOf(icns: Buffer): [type: string, size: number][] {
  const entries: [string, number][] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    entries.push([icns.toString('latin1', at, at + 4), widthOf(icns.subarray(at + 8))]);
  }
  return entries;
}

describe('the icons of the app', () => {
  it('are there in every size that Linux looks for', () => {
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
      const png = read(`icons/${size}x${size}.png`);
      expect([isPng(png), widthOf(png)]).toEqual([true, size]);
    }
  });

  it('for Windows are one file with all sizes, the large one as PNG', () => {
    const images = imagesOf(read('icon.ico'));
    expect(images.map(({ size }) => size)).toEqual([...icoSizes]);
    for (const { size, data } of images) {
      if (size === 256) expect([isPng(data), widthOf(data)]).toEqual([true, 256]);
      else expect([data.readInt32LE(4), data.readInt32LE(8), data.readUInt16LE(14)]).toEqual([size, size * 2, 32]);
    }
  });

  it('for macOS are one file with all sizes, twice where a screen has double pixels', () => {
    const icns = read('icon.icns');
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const single = { icp4: 16, icp5: 32, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };
    const double = { ic11: 32, ic12: 64, ic13: 256, ic14: 512 };
    expect(Object.fromEntries(entriesOf(icns))).toEqual({ ...single, ...double });
  });
});

describe('writing icon files', () => {
  const drawings = [...new Set([...icoSizes, ...icnsSizes])].map((size): Drawing => ({
    size,
    png: Buffer.from(`png ${size}`),
    pixels: Buffer.alloc(size * size * 4),
  }));

  it('turns a bitmap upside down, with blue first', () => {
    const small = drawings.find(({ size }) => size === 16)!;
    small.pixels.set([1, 2, 3, 4], 0);
    const { data } = imagesOf(icoFile(drawings))[0]!;
    expect([...data.subarray(40 + 15 * 16 * 4, 40 + 15 * 16 * 4 + 4)]).toEqual([3, 2, 1, 4]);
  });

  it('refuses when a size is missing', () => {
    expect(() => icoFile(drawings.filter(({ size }) => size !== 48))).toThrow(/48/);
    expect(() => icnsFile(drawings.filter(({ size }) => size !== 1024))).toThrow(/1024/);
  });
});
