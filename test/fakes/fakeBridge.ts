import type { Handlers, RequestName } from '../../electron/contract/api.ts';
import type { Events, EventName } from '../../electron/contract/events.ts';
import type { Fault } from '../../electron/contract/faults.ts';
import type { MessageFilter } from '../../electron/contract/messages.ts';
import type { Failure, Result } from '../../electron/contract/errors.ts';
import type { AppState, Candidate, Extraction, Lease, Message, OwnedNumber } from '../../electron/contract/state.ts';
import { showingTeam } from './appState.ts';
import type { FakeBridge } from './fakeBridgeShape.ts';

export type { FakeBridge } from './fakeBridgeShape.ts';

/**
 * Makes a FakeBridge. A single function that uses nothing outside itself, so that Playwright can send its source to a
 * page. In a page it becomes `window.fakeBridge`, and takes the place of the preload's bridge on `window`.
 */
export function installFakeBridge(initial: AppState): FakeBridge {
  const say = (text: string) => ({ key: 'general.verbatim', values: { text } });
  const notFound: Failure = {
    code: 'NOT_FOUND',
    message: say('There is no such thing here.'),
    hint: say('Give the test an answer for this request.'),
    retryable: false,
    twilio: null,
  };
  const calls: FakeBridge['calls'] = [];
  const answers = new Map<RequestName, Result<unknown> | Promise<Result<unknown>> | undefined>();
  const listeners: { [E in EventName]: Set<(payload: Events[E]) => void> } = {
    stateChanged: new Set(),
    message: new Set(),
    messagesChanged: new Set(),
    reveal: new Set(),
    command: new Set(),
  };
  let state = initial;
  let owned: OwnedNumber[] = [];
  let older: Message[] = [];
  const bin = new Map<string, Message>();

  function emit<E extends EventName>(event: E, payload: Events[E]): void {
    for (const listener of listeners[event]) listener(payload);
  }
  /** Puts every item anew. */
  function put<T>(items: T[] | undefined) {
    return items?.map((item) => ({ put: item }));
  }
  function update(patch: Partial<AppState>): void {
    const from = state.revision;
    state = { ...state, ...patch, revision: from + 1 };
    const { leases, messages, idle, waiting, notices, revision: _given, ...set } = patch;
    const lists = {
      ...{ leases: put(leases), messages: put(messages) },
      ...{ idle: put(idle), waiting: put(waiting), notices: put(notices) },
    };
    emit('stateChanged', { from, revision: state.revision, set, lists });
  }
  const refuse = () => Promise.reject(notFound);
  const done = () => Promise.resolve(null);
  const changed = (patch: Partial<AppState>) => (update(patch), done());

  function own(numbers: OwnedNumber[]): void {
    owned = numbers;
    update({ numbersRevision: state.numbersRevision + 1 });
  }
  /** Changes a number of the account; null removes it. */
  function changeNumber(sid: string, change: (number: OwnedNumber) => OwnedNumber | null): Promise<null> {
    if (!owned.some((number) => number.sid === sid)) return refuse();
    own(owned.flatMap((number) => (number.sid === sid ? (change(number) ?? []) : number)));
    return done();
  }
  function changeLease(id: string, change: Partial<Lease>): Promise<Lease> {
    const lease = state.leases.find((one) => one.id === id);
    if (lease === undefined) return refuse();
    const changed = { ...lease, ...change };
    update({ leases: state.leases.map((one) => (one.id === id ? changed : one)) });
    return Promise.resolve(changed);
  }
  function receive(message: Message): void {
    update({ messages: [message, ...state.messages] });
    emit('message', message);
  }
  function haystack({ body, from, to, service, code, leaseId }: Message): string {
    const label = state.leases.find(({ id }) => id === leaseId)?.label;
    return [body, from, to, service, code, label].join('\n').toLowerCase();
  }
  /** What a search of the history would find, newest first. */
  function found({ search = '', number, service, withCode, noLease }: MessageFilter): Message[] {
    const words = search.toLowerCase().split(/\s+/);
    return [...state.messages, ...older].filter(
      (message) =>
        words.every((word) => haystack(message).includes(word)) &&
        (number === undefined || message.to === number) &&
        (service === undefined || message.service === service) &&
        (withCode === undefined || (message.code !== null) === withCode) &&
        (noLease === undefined || (message.leaseId === null) === noLease),
    );
  }
  /** `before` is a time, alone or with the SID after which the page begins. */
  function pageOf(messages: Message[], limit: number, before: string | undefined) {
    const [time = '', sid] = (before ?? '').split('~');
    const isLater = ({ receivedAt }: Message) => time !== '' && receivedAt >= time;
    const start =
      sid === undefined ? messages.filter(isLater).length : messages.findIndex((one) => one.sid === sid) + 1;
    const page = messages.slice(start, start + limit);
    const last = page.at(-1);
    return { messages: page, next: start + limit < messages.length && last ? `${last.receivedAt}~${last.sid}` : null };
  }
  function faultsAre(scope: string | null | undefined, ...faults: Fault[]): Promise<null> {
    const { capture } = state;
    const others = capture?.faults.filter(({ to }) => scope !== undefined && to !== scope) ?? [];
    return capture ? changed({ capture: { ...capture, faults: [...others, ...faults] } }) : refuse();
  }
  const kept = (policy: Lease['policy']) => (policy === 'release' ? 'released' : 'idle');

  /** Tries the rules, then looks for six digits. Numbers of four or more digits are candidates. */
  function tryText(text: string): Extraction {
    const byRule = state.settings.rules.flatMap(({ name, pattern }) => {
      const code = new RegExp(pattern, 'i').exec(text)?.groups?.['code'];
      return code === undefined ? [] : [{ code, reason: say(`Found by your rule "${name}".`) }];
    })[0];
    const candidates: Candidate[] = [...text.matchAll(/\d{4,}/g)].map((match) => {
      const [{ length }, start] = [match[0], match.index];
      const sure = length === 6;
      const reason = say(sure ? 'Six digits.' : 'It may be a year.');
      return { code: match[0], confidence: sure ? 0.9 : 0.2, reason, start, end: start + length };
    });
    const best = byRule ?? candidates.find(({ confidence }) => confidence >= 0.5) ?? null;
    return {
      code: best?.code ?? null,
      confidence: best === null ? 0 : 0.9,
      candidates: candidates.toSorted((a, b) => b.confidence - a.confidence),
      service: /\bExample\b/.test(text) ? 'Example' : null,
      domain: /^@(\S+) #/m.exec(text)?.[1] ?? null,
      links: [],
      reason: best?.reason ?? say('Nothing looks like a code.'),
    };
  }

  const handlers: Handlers = {
    'state.get': () => Promise.resolve(state),
    'account.connect': ({ accountSid }) => {
      update({ account: { kind: 'connected', sid: accountSid, name: 'Example Ltd', trial: true, balance: null } });
      return Promise.resolve(state.account);
    },
    'account.retry': () => {
      const tunnel = { ...state.tunnel, state: 'online', problem: null } as unknown as AppState['tunnel'];
      if (state.tunnel.state === 'failed') update({ tunnel, polling: false });
      return Promise.resolve(state.account);
    },
    'account.forget': () =>
      changed({ account: { kind: 'none' }, credentials: { ...state.credentials, source: 'none' } }),
    'demo.start': () => changed({ demo: true }),
    'demo.stop': () => changed({ demo: false }),
    'capture.start': () =>
      changed({ capture: { baseUrl: 'http://127.0.0.1:4010', accountSid: `AC${'c'.repeat(32)}`, faults: [] } }),
    'capture.stop': () => changed({ capture: null }),
    'capture.setFaults': ({ to = null, faults }) =>
      faultsAre(to, ...faults.map((fault) => ({ ...fault, to, times: fault.times ?? null }))),
    'capture.clearFaults': ({ to }) => faultsAre(to),
    'capture.copyVariables': async () => null,
    'numbers.search': () => Promise.resolve({ numbers: [], monthlyPrice: null, priceAsOf: null }),
    'numbers.owned': () => Promise.resolve(owned),
    'numbers.release': ({ sid }) => changeNumber(sid, () => null),
    'numbers.takeOver': ({ sid, replaceWebhook }) => {
      const webhook = owned.find((number) => number.sid === sid)?.webhook ?? null;
      if (webhook !== null && !replaceWebhook) return Promise.reject({ ...notFound, code: 'CONFLICT' });
      return changeNumber(sid, (number) => ({ ...number, state: 'idle', origin: 'takenOver', policy: 'keep' }));
    },
    'numbers.letGo': ({ sid }) =>
      changeNumber(sid, (number) => ({ ...number, state: 'foreign', origin: null, policy: null })),
    'numbers.setPolicy': ({ sid, policy }) => changeNumber(sid, (number) => ({ ...number, policy })),
    'numbers.reconcile': done,
    'leases.start': refuse,
    'leases.extend': refuse,
    'leases.pin': ({ id, pinned }) =>
      changeLease(id, { pinned, expiresAt: pinned ? null : new Date(Date.now() + 60_000).toISOString() }),
    'leases.end': refuse,
    'leases.endAll': () => {
      const ended = state.leases.filter((lease) => lease.state === 'active');
      return Promise.all(ended.map(({ id, policy }) => changeLease(id, { state: kept(policy) })));
    },
    'leases.setPolicy': ({ id, policy }) => changeLease(id, { policy }),
    'papers.list': () => Promise.resolve({ bundles: [], addresses: [] }),
    'money.summary': () => {
      const { limitPerDay, limitPerMonth } = state.settings;
      const money = (amount: string | null) => (amount === null ? null : { amount, currency: 'USD' });
      return Promise.resolve({
        ...state.spending,
        balance: state.account.kind === 'connected' ? state.account.balance : null,
        limits: { day: money(limitPerDay), month: money(limitPerMonth) },
        byTwilio: null,
        monthly: { amount: '0.00', currency: 'USD' },
        nextBill: null,
      });
    },
    'money.policies': () => {
      const policies = ['release', 'renewal', 'keep'] as const;
      const costs = policies.map((policy) => {
        const [amount, numbers] = policy === 'release' ? ['115.00', 100] : ['1.15', 1];
        return { policy, amount: { amount, currency: 'USD' }, numbers };
      });
      return Promise.resolve({ days: 30, leases: 0, costs });
    },
    'ledger.list': () => Promise.resolve({ entries: [], next: null }),
    'messages.check': () => Promise.resolve({ found: 0 }),
    'leases.diagnose': () => Promise.resolve({ findings: [], alerts: [] }),
    'reception.pause': ({ paused }) => changed({ pausedSince: paused ? new Date().toISOString() : null }),
    'reception.test': () => {
      const names = ['publicUrl', 'listener', 'signature', 'answer'] as const;
      return Promise.resolve({
        ok: true,
        hops: names.map((name) => ({ name, ok: true, ms: 12, message: say('As it should be.') })),
      });
    },
    'messages.list': ({ limit, before, ...filter }) => Promise.resolve(pageOf(found(filter), limit, before)),
    'messages.count': (filter) => Promise.resolve({ count: found(filter).length, more: false }),
    'messages.facets': () => {
      const all = [...state.messages, ...older];
      const labelOf = (number: string) => state.leases.find((lease) => lease.number === number)?.label ?? null;
      const numbers = [...new Set(all.map(({ to }) => to))].map((number) => ({ number, label: labelOf(number) }));
      return Promise.resolve({ numbers, services: [...new Set(all.flatMap(({ service }) => service ?? []))] });
    },
    'messages.delete': ({ sids }) => {
      const deleted = [...state.messages, ...older].filter(({ sid }) => sids.includes(sid));
      for (const message of deleted) bin.set(message.sid, message);
      older = older.filter(({ sid }) => !sids.includes(sid));
      update({ messages: state.messages.filter(({ sid }) => !sids.includes(sid)) });
      emit('messagesChanged', { deleted: deleted.map(({ sid }) => sid), restored: [] });
      return Promise.resolve({ deleted: deleted.length });
    },
    'messages.deleteAll': (which) => {
      const sids = found(which).map(({ sid }) => sid);
      return handlers['messages.delete']({ sids });
    },
    'messages.restore': ({ sids }) => {
      const restored = sids.flatMap((sid) => bin.get(sid) ?? []);
      const messages = [...state.messages, ...restored];
      update({ messages: messages.toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt)) });
      emit('messagesChanged', { deleted: [], restored });
      return Promise.resolve({ restored: restored.length });
    },
    'settings.update': (patch) => {
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const papers = { ...state.settings.papers, ...patch.papers };
      const url = (patch.apiEnabled ?? state.settings.apiEnabled) ? 'http://127.0.0.1:5001' : null;
      const limitsToConfirm = state.settings.limitsToConfirm.filter((name) => !(name in given));
      update({ settings: { ...state.settings, ...given, papers, limitsToConfirm }, api: { ...state.api, url } });
      return done();
    },
    'texts.try': ({ text }) => Promise.resolve(tryText(text)),
    'rules.propose': ({ text, from, start, end }) => {
      const before = text.slice(0, start).trim().split(/\s+/).slice(-2).join(' ');
      const pattern = `${before} (?<code>\\d{${end - start}})`;
      const name = say(`Code from ${from ?? 'anyone'}`);
      return Promise.resolve({ id: 'proposed', name, sender: from ?? null, pattern });
    },
    'ngrok.setToken': () => changed({ credentials: { ...state.credentials, ngrokToken: 'session' } }),
    'ngrok.forgetToken': () => changed({ credentials: { ...state.credentials, ngrokToken: 'none' } }),
    'tokens.list': () => Promise.resolve([]),
    'tokens.add': refuse,
    'tokens.remove': done,
    'api.rotateToken': done,
    'api.copyToken': done,
    'clipboard.copy': done,
    'messages.openLink': done,
    'messages.link': refuse,
    'team.connect': ({ url }) => changed(showingTeam(state, url)),
    'team.leave': () => changed(showingTeam(state, null)),
    'leases.list': () => Promise.resolve({ leases: state.leases, next: null }),
    'data.deleteHistory': () => {
      const leases = state.leases.filter((lease) => lease.state === 'active');
      const deleted = { messages: state.messages.length, leases: state.leases.length - leases.length };
      update({ messages: [], leases });
      return Promise.resolve(deleted);
    },
    'data.remaining': () => Promise.resolve(owned.map(({ number }) => ({ account: `AC${'0'.repeat(32)}`, number }))),
    'data.wipe': () =>
      changed({ account: { kind: 'none' }, credentials: { ...state.credentials, source: 'none' }, messages: [] }),
    'data.openFolder': done,
    'window.ready': done,
    'commands.take': done,
    'reception.wake': done,
    'menu.choose': () => Promise.resolve(null),
    'notices.dismiss': ({ id }) => changed({ notices: state.notices.filter((notice) => notice.id !== id) }),
    'diagnostics.get': () => Promise.resolve({ text: `OTP Dock ${state.version} (${state.host})` }),
  };

  const fake: FakeBridge = {
    ...{ calls, update, emit, own, receive },
    state: () => state,
    keep: (messages) => void (older = messages),
    answer: (name, result) => void answers.set(name, result),
    async request(name, input) {
      calls.push({ name, input });
      if (answers.has(name)) return answers.get(name) ?? new Promise<never>(() => undefined);
      try {
        const handle = handlers[name] as (input: unknown) => Promise<unknown>;
        return { ok: true, value: await handle(input) };
      } catch (error) {
        return { ok: false, error: error as Failure };
      }
    },
    subscribe(event, listener) {
      listeners[event].add(listener);
      return () => void listeners[event].delete(listener);
    },
  };
  if (typeof window !== 'undefined') Object.assign(window, { otpDock: fake, fakeBridge: fake });
  return fake;
}
