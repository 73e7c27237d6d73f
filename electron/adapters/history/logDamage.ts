import { readFileSync } from 'node:fs';

/** The format of SQLite's write-ahead log: https://www.sqlite.org/fileformat.html#walformat. Bytes. */
const headerSize = 32;
const frameHeaderSize = 24;
/** The last bit tells the byte order used for the checksums. */
const magic = 0x377f0682;

/**
 * Whether a database's log (`-wal`) is damaged, so that SQLite, which reads only up to the first bad frame, skips later
 * writes. Check this before writing anything. Frames that a crash left unfinished are not damage, as nothing of the
 * same generation (told by the salts) follows; neither are leftovers of an older generation.
 */
export function isLogDamaged(log: string): boolean {
  const bytes = read(log);
  if (bytes.length === 0) return false;
  const header = headerOf(bytes);
  if (header === null) return true;
  const size = frameHeaderSize + header.pageSize;
  let sums = header.sums;
  let at = headerSize;
  for (; at + size <= bytes.length && isOfGeneration(bytes, at, header.salts); at += size) {
    sums = checksum(bytes.subarray(at, at + 8), sums, header.bigEndian);
    sums = checksum(bytes.subarray(at + frameHeaderSize, at + size), sums, header.bigEndian);
    if (sums[0] !== bytes.readUInt32BE(at + 16) || sums[1] !== bytes.readUInt32BE(at + 20)) break;
  }
  for (at += size; at + size <= bytes.length; at += size) if (isOfGeneration(bytes, at, header.salts)) return true;
  return false;
}

type Sums = readonly [number, number];

interface Header {
  bigEndian: boolean;
  pageSize: number;
  salts: Buffer;
  sums: Sums;
}

/** null when it is not a header. */
function headerOf(bytes: Buffer): Header | null {
  if (bytes.length < headerSize) return null;
  const first = bytes.readUInt32BE(0);
  if ((first & 0xfffffffe) >>> 0 !== magic) return null;
  const bigEndian = (first & 1) === 1;
  const sums = checksum(bytes.subarray(0, 24), [0, 0], bigEndian);
  if (sums[0] !== bytes.readUInt32BE(24) || sums[1] !== bytes.readUInt32BE(28)) return null;
  return { bigEndian, pageSize: bytes.readUInt32BE(8), salts: bytes.subarray(16, 24), sums };
}

function isOfGeneration(bytes: Buffer, frame: number, salts: Buffer): boolean {
  return bytes.compare(salts, 0, salts.length, frame + 8, frame + 16) === 0;
}

function checksum(bytes: Buffer, [first, second]: Sums, bigEndian: boolean): Sums {
  let [s0, s1] = [first, second];
  for (let at = 0; at < bytes.length; at += 8) {
    s0 = (s0 + (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + s1) >>> 0;
    s1 = (s1 + (bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + s0) >>> 0;
  }
  return [s0, s1];
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw thrown;
  }
}
