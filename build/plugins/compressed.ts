import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { PluginOption } from 'vite';

const compress = promisify(brotliCompress);
const texts = /\.(?:js|css|html|svg)$/;
/** Less is not worth a file of its own. Bytes. */
const leastSize = 1_024;

/** Writes a Brotli file beside each text of the page, for browsers that ask for it: once here, not at each request. */
export function compressed(): PluginOption {
  return {
    name: 'otp-dock:compressed',
    apply: 'build',
    writeBundle: {
      order: 'post',
      handler: async ({ dir = '' }, bundle) => {
        await Promise.all(
          Object.keys(bundle)
            .filter((name) => texts.test(name))
            .map(async (name) => {
              const text = await readFile(join(dir, name));
              if (text.length < leastSize) return;
              const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
              await writeFile(join(dir, `${name}.br`), await compress(text, { params }));
            }),
        );
      },
    },
  };
}
