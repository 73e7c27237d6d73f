import { EventEmitter, once } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import type { Process } from '../../electron/cli/process.ts';

/** Keeps what is written to it. */
export class Written extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    this.emit('written');
    done();
  }

  /** Those that are whole. */
  get lines(): string[] {
    return this.text.split('\n').slice(0, -1);
  }

  /** The line of that index, as soon as it is there. */
  async line(index: number): Promise<string> {
    for (;;) {
      const line = this.lines[index];
      if (line !== undefined) return line;
      await once(this, 'written');
    }
  }
}

/** What a command takes for its process, without one. A signal is an event: `emit('SIGINT')`. */
export class TestProcess extends EventEmitter implements Process {
  readonly argv: string[];
  readonly env: NodeJS.ProcessEnv;
  ppid = 1;
  readonly stdin = new PassThrough();
  readonly stdout = new Written();
  readonly stderr = new Written();
  /** With what it was to be ended at once. */
  readonly exits: number[] = [];
  readonly #folder: string;

  constructor(args: string[] = [], env: NodeJS.ProcessEnv = {}, folder = '/') {
    super();
    this.argv = ['node', 'otp-dock', ...args];
    this.env = env;
    this.#folder = folder;
  }

  cwd(): string {
    return this.#folder;
  }

  /** Nothing to end: who called `run` learns the status from it. */
  exit(status: number): void {
    this.exits.push(status);
  }
}
