import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listPackage, statFile } from '@electron/asar';
import { ensureBuilt } from '../../build/scripts/build.ts';
import { makeImage } from '../build/image.ts';
import { packApp } from '../build/packApp.ts';
import { inFolder } from './inFolder.ts';
import { rowOf, under, type Row } from './measure.ts';

const root = resolve(import.meta.dirname, '../..');
const floorIs = 'the packages in it that others have written';

/** How much is copied to where OTP Dock runs. */
export async function measureSize(): Promise<Row[]> {
  await ensureBuilt({ log: () => undefined });
  return [await inFolder(imageRow), await inFolder(packedRow)];
}

/** Without the image that it is based on. */
async function imageRow(folder: string): Promise<Row> {
  await makeImage(root, folder);
  const name = 'size: what the Dockerfile adds to an image with Node';
  const size = { ours: megabytesIn(folder), floor: megabytesIn(join(folder, 'node_modules')) };
  return rowOf({ name, unit: 'MB', floorIs, ...under(70, 'MB') }, [size]);
}

/** Without Electron. */
async function packedRow(folder: string): Promise<Row> {
  const resources = join(await packApp(folder), 'resources');
  const asar = join(resources, 'app.asar');
  const native = megabytesIn(`${asar}.unpacked`);
  const name = 'size: the packed app, without Electron';
  const floor = native + packagesIn(asar);
  return rowOf({ name, unit: 'MB', floorIs, ...under(33, 'MB') }, [{ ours: native + megabytes(asar), floor }]);
}

function packagesIn(asar: string): number {
  const files = listPackage(asar, { isPack: false }).filter((file) => /^.node_modules/.test(file));
  const sizes = files
    .map((file) => statFile(asar, file.slice(1)))
    .map((entry) => ('size' in entry && !entry.unpacked ? entry.size : 0));
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}

function megabytesIn(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => megabytes(join(folder, name))).reduce((sum, size) => sum + size, 0);
}

/** 0 for a folder. */
function megabytes(file: string): number {
  const entry = statSync(file);
  return entry.isFile() ? entry.size / 1e6 : 0;
}
