import type { Handlers } from '../contract/api.ts';
import type { App } from './app.ts';

/** The contract's requests, carried out by the app. */
export function createHandlers(app: Omit<App, 'handle'>): Handlers {
  return {
    'state.get': async () => app.state(),
    'account.connect': ({ remember, ...credentials }) => app.connection.connect(credentials, remember),
    'account.retry': () => app.retry(),
    'account.forget': async () => (await app.connection.forget(), null),
    'demo.start': async () => (await app.connection.startDemo(), null),
    'demo.stop': async () => (await app.connection.stopDemo(), null),
    'numbers.search': (input) => app.searchNumbers(input),
    'numbers.owned': () => app.ownedNumbers(),
    'leases.start': (input) => app.leases.start(input),
    'leases.extend': ({ id, seconds }) => app.leases.extend(id, seconds),
    'leases.pin': ({ id, pinned }) => app.leases.pin(id, pinned),
    'leases.end': ({ id }) => app.leases.end(id),
    'leases.endAll': () => app.leases.endAll(),
    'leases.setPolicy': ({ id, policy }) => app.leases.setPolicy(id, policy),
    'numbers.release': async ({ sid }) => (await app.custody.release(sid), null),
    'numbers.takeOver': async ({ sid, replaceWebhook }) => (await app.custody.takeOver(sid, replaceWebhook), null),
    'numbers.letGo': async ({ sid }) => (await app.custody.letGo(sid), null),
    'numbers.setPolicy': async ({ sid, policy }) => (await app.custody.setPolicy(sid, policy), null),
    'numbers.reconcile': async () => (await app.reconcile(), null),
    'papers.list': () => app.papers(),
    'money.summary': () => app.moneySummary(),
    'money.policies': (input) => app.policyCosts(input),
    'ledger.list': (input) => app.listLedger(input),
    'messages.check': ({ lease }) => app.checkMessages(lease),
    'leases.diagnose': ({ id }) => app.diagnose(id),
    'reception.test': () => app.testReception(),
    'messages.list': (input) => app.listMessages(input),
    'settings.update': async (patch) => (await app.updateSettings(patch), null),
    'texts.try': async ({ text, from }) => app.tryText(text, from),
    'rules.propose': async (mark) => app.proposeRule(mark),
    'ngrok.setToken': async ({ token, remember }) => (await app.setNgrokToken(token, remember), null),
    'ngrok.forgetToken': async () => (await app.setNgrokToken(null, false), null),
    'notices.dismiss': async ({ id }) => (app.dismissNotice(id), null),
  };
}
