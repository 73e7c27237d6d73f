import type { Rule } from '../contract/settings.ts';
import type { Extraction } from '../contract/state.ts';
import { toFailure } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { Logger } from './ports.ts';
import { noCode } from './otp/noCode.ts';
import { appliesTo, compileRule, type CompiledRule } from './otp/rules/rules.ts';
import { english } from '../contract/words/english.ts';

const say = phrases.codes;

/** With its words of dozens of languages it takes a good part of a host's start, so it comes with the first text. */
const extractor = () => import('./otp/extract.ts');

/** Finds codes: first by the user's own rules, in their order, then by the built-in ones. */
export class CodeFinder {
  #log: Logger;
  #rules: CompiledRule[] = [];

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Logs and skips a rule that cannot be used, such as one from a settings file edited by hand. */
  use(rules: Rule[]): void {
    this.#rules = rules.flatMap((rule) => {
      try {
        return [compileRule(rule)];
      } catch (thrown) {
        this.#log.warn(`A rule for finding codes is not used: ${english(toFailure(thrown).message)}`);
        return [];
      }
    });
  }

  /** Never rejects: a message is worth more than its code. */
  async find(text: string, from?: string): Promise<Extraction> {
    try {
      const { extract } = await extractor();
      const builtIn = extract(text, from);
      return this.#byRule(text, from, builtIn) ?? builtIn;
    } catch (thrown) {
      this.#log.error('The code in a message could not be looked for.', thrown);
      return noCode(say.failed);
    }
  }

  #byRule(text: string, from: string | undefined, builtIn: Extraction): Extraction | null {
    for (const { rule, find } of this.#rules) {
      const place = appliesTo(rule, from) ? find(text) : null;
      if (place) return found(text, rule, place, builtIn);
    }
    return null;
  }
}

function found(text: string, rule: Rule, place: { start: number; end: number }, shared: Extraction): Extraction {
  const code = text.slice(place.start, place.end).replace(/(?<=\d)[\s-](?=\d)/g, '');
  const reason = say.byRule({ name: rule.name });
  const others = shared.candidates.filter(({ start, end }) => end <= place.start || start >= place.end);
  return { ...shared, code, confidence: 1, reason, candidates: [{ code, confidence: 1, reason, ...place }, ...others] };
}
