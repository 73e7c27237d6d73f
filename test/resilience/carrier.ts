import { setTimeout as delay } from 'node:timers/promises';
import { draw, type RandomSequence } from '../../electron/emulator/random.ts';
import { sampleMessage } from '../../electron/emulator/sampleTraffic.ts';
import type { Emulator } from '../../electron/emulator/server.ts';

const perSecond = 200;
/** More are not sent at a time, however slow the machine is. */
const atOnce = 100;
const longestDelayMs = 500;

/** What became of a message's webhook. */
export interface Sent {
  sid: string;
  /** A request got 200. */
  answered: boolean;
  /** And Twilio's list was not read meanwhile: nothing else can have brought the message. */
  pushed: boolean;
  /** No request came as far as the app: only the list can bring it. */
  lost: boolean;
}

/** Twilio's part: messages for all numbers of an account, at a steady pace, some late and some doubled. */
export class Carrier {
  readonly sent: Sent[] = [];
  #emulator: Emulator;
  #random: RandomSequence;
  #listings: () => number;
  #count = 0;
  #due = 0;
  #underWay = new Set<Promise<void>>();

  /** `listings`: how often the account's list of messages has been read by now. */
  constructor(emulator: Emulator, random: RandomSequence, listings: () => number) {
    this.#emulator = emulator;
    this.#random = random;
    this.#listings = listings;
  }

  /** Lets the next message arrive at its time; resolves while its webhook is under way. */
  async next(numbers: readonly string[]): Promise<void> {
    await this.#turn();
    const sending: Promise<void> = this.#send(numbers).finally(() => this.#underWay.delete(sending));
    this.#underWay.add(sending);
  }

  /** Resolves when every webhook has been answered or has failed. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  async #turn(): Promise<void> {
    const now = performance.now();
    const wait = this.#due - now;
    this.#due = Math.max(this.#due, now) + 1_000 / perSecond;
    if (wait > 0) await delay(wait);
    while (this.#underWay.size >= atOnce) await Promise.race(this.#underWay);
  }

  async #send(numbers: readonly string[]): Promise<void> {
    const to = numbers[Math.floor(this.#draw() * numbers.length)] ?? '';
    const doubleWebhooks = this.#draw() < 0.05 ? 1 : 0;
    const webhookDelayMs = this.#draw() < 0.05 ? 1 + Math.floor(this.#draw() * longestDelayMs) : 0;
    // Of this message alone: what becomes of it is decided before anything is waited for.
    this.#emulator.setFaults({ doubleWebhooks, webhookDelayMs });
    const before = this.#listings();
    const { sid, delivered } = await this.#emulator.sendSms({ to, ...sampleMessage(this.#count++) });
    const answered = delivered.some(({ status }) => status === 200);
    const failures = delivered.flatMap(({ error }) => (error === undefined ? [] : [error.includes('ECONNREFUSED')]));
    this.sent.push({
      sid,
      answered,
      pushed: answered && this.#listings() === before,
      lost: failures.length === delivered.length && failures.every((refused) => refused),
    });
  }

  #draw(): number {
    return draw(this.#random);
  }
}
