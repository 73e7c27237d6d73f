import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/*
 * Draws build/icon.png, from which electron-builder derives the icons of every platform: a message with the six dots
 * of a code in it. Shapes are distances to their edge, so that edges are smooth at any size.
 */
const size = 1024;

type Colour = readonly [red: number, green: number, blue: number];
type Shape = (x: number, y: number) => number;

interface Layer {
  shape: Shape;
  colour: (y: number) => Colour;
}

const white: Colour = [255, 255, 255];
const indigo: Colour = [66, 99, 235];
const deepIndigo: Colour = [43, 58, 155];

/** Distance to a rectangle with round corners around a centre; negative inside. */
function roundedBox(cx: number, cy: number, width: number, height: number, radius: number): Shape {
  return (x, y) => {
    const dx = Math.abs(x - cx) - width / 2 + radius;
    const dy = Math.abs(y - cy) - height / 2 + radius;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  };
}

function circle(cx: number, cy: number, radius: number): Shape {
  return (x, y) => Math.hypot(x - cx, y - cy) - radius;
}

/** The tail of a speech bubble: the part of a tilted square below its body. */
function diamond(cx: number, cy: number, radius: number): Shape {
  return (x, y) => (Math.abs(x - cx) + Math.abs(y - cy) - radius) / Math.SQRT2;
}

function union(...shapes: Shape[]): Shape {
  return (x, y) => Math.min(...shapes.map((shape) => shape(x, y)));
}

const dots = [0, 1, 2, 3, 4, 5].map((index) => circle(287 + index * 90, 470, 29));

const layers: Layer[] = [
  {
    shape: roundedBox(512, 512, 824, 824, 185),
    colour: (y) => indigo.map((channel, at) => channel + (deepIndigo[at]! - channel) * (y / size)) as unknown as Colour,
  },
  { shape: union(roundedBox(512, 470, 620, 340, 80), diamond(400, 640, 90)), colour: () => white },
  { shape: union(...dots), colour: () => indigo },
];

/** One row of the picture, RGBA, with the filter byte that PNG wants before it. */
function row(y: number): Buffer {
  const pixels = Buffer.alloc(1 + size * 4);
  for (let x = 0; x < size; x += 1) pixels.set(pixel(x + 0.5, y + 0.5), 1 + x * 4);
  return pixels;
}

function pixel(x: number, y: number): number[] {
  let [red, green, blue, alpha] = [0, 0, 0, 0];
  for (const { shape, colour } of layers) {
    const cover = Math.min(1, Math.max(0, 0.5 - shape(x, y)));
    const total = cover + alpha * (1 - cover);
    const mix = (under: number, over: number) =>
      total === 0 ? 0 : (over * cover + under * alpha * (1 - cover)) / total;
    const [r, g, b] = colour(y);
    [red, green, blue, alpha] = [mix(red, r), mix(green, g), mix(blue, b), total];
  }
  return [red, green, blue, alpha * 255].map(Math.round);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function png(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // 8 bits a channel, red green blue alpha.
  header.set([8, 6], 8);
  const rows = Buffer.concat(Array.from({ length: size }, (_none, y) => row(y)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

writeFileSync(join(resolve(import.meta.dirname, '..'), 'icon.png'), png());
