import type { Handlers } from '../contract/api.ts';
import { kindsAbout } from '../contract/state.ts';
import type { App } from './app.ts';
import { diagnosticsText, keptCounts } from './diagnostics.ts';
import { costsByPolicy, moneySummary } from './money/accounts.ts';
import { proposeRule } from './otp/rules/rules.ts';
import type { Session } from './connection.ts';
import type { Parts } from './parts.ts';
import type { Ports } from './ports.ts';
import { toolsOf } from './tools.ts';
import { Upkeep } from './upkeep.ts';

/** What an app under test is started with, so that its SMS are captured. */
function capturedVariables({ credentials, emulated }: Session): string {
  const { accountSid, authToken } = credentials;
  return [
    `TWILIO_ACCOUNT_SID=${accountSid}`,
    `TWILIO_AUTH_TOKEN=${authToken ?? ''}`,
    `TWILIO_API_BASE_URL=${emulated?.baseUrl ?? ''}`,
    '',
  ].join('\n');
}

/** The handler of each request of the contract. */
export function requestsOf(app: App, parts: Parts, ports: Ports): Handlers {
  const { audit, connection, intake, keyring, ledger, lifecycle, numbers, preferences } = parts;
  const { clock, history } = ports;
  const session = () => connection.session();
  const settings = () => preferences.current();
  const money = { ledger, clock, history, settings, session, prices: numbers.prices, budget: numbers.budgets.all };
  const tools = toolsOf(ports.tools);
  const upkeep = new Upkeep({ ...parts, ports });
  const setNgrokToken = async (token: string | null, remember: boolean): Promise<null> => {
    await (token === null ? keyring.forget('ngrok') : keyring.setNgrokToken(token, remember));
    await audit.secretChanged('ngrokToken');
    await lifecycle.reopen();
    return null;
  };
  return {
    'state.get': async () => app.state(),
    'account.connect': async ({ remember, keep, ...given }) => {
      const account = await app.connection.connect(keep ? keyring.besideKnown(given) : given, remember);
      await audit.secretChanged('credentials');
      return account;
    },
    'account.retry': async () => {
      if (app.state().tunnel.state === 'failed') await lifecycle.reopen();
      return connection.verify();
    },
    'account.forget': async () => (await app.connection.forget(), null),
    'demo.start': async () => (await app.connection.startEmulated('demo'), null),
    'demo.stop': async () => (await app.connection.stopEmulated('demo'), null),
    'capture.start': async () => (await app.connection.startEmulated('capture'), null),
    'capture.stop': async () => (await app.connection.stopEmulated('capture'), null),
    'capture.copyVariables': async () => (await tools.copy(capturedVariables(session())), null),
    'capture.setFaults': async (input) => (app.faults.set(input), null),
    'capture.clearFaults': async ({ to }) => (app.faults.clear(to), null),
    'numbers.search': (input) => app.searchNumbers(input),
    'numbers.owned': () => app.ownedNumbers(),
    'leases.start': (input) => app.leases.start(input),
    'leases.extend': ({ id, seconds }) => app.leases.extend(id, seconds),
    'leases.pin': ({ id, pinned }) => app.leases.pin(id, pinned),
    'leases.end': ({ id }) => app.leases.end(id),
    'leases.endAll': () => app.leases.endAll(),
    'leases.setPolicy': ({ id, policy }) => app.leases.setPolicy(id, policy),
    'numbers.release': async ({ sid }) => (await app.ownership.release(sid), null),
    'numbers.takeOver': async ({ sid, replaceWebhook }) => (await app.ownership.takeOver(sid, replaceWebhook), null),
    'numbers.letGo': async ({ sid }) => (await app.ownership.letGo(sid), null),
    'numbers.setPolicy': async ({ sid, policy }) => (await app.ownership.setPolicy(sid, policy), null),
    'numbers.reconcile': async () => (await numbers.reconcile(), null),
    'papers.list': async () => session().telephony.papers(),
    'money.summary': async () => moneySummary(money),
    'money.policies': async (wanted) => costsByPolicy(money, wanted),
    'ledger.list': async ({ about = 'numbers', ...query }) =>
      history.ledger(session().accountSid, { ...query, kinds: kindsAbout[about] }),
    'messages.check': async ({ lease }) => intake.check(lease),
    'leases.diagnose': async ({ id }) => intake.diagnose(id, connection.account, session()),
    'reception.test': async () => intake.test(session()),
    'reception.pause': async ({ paused }) => (session(), await intake.setPaused(paused), null),
    'reception.wake': async () => (await app.wake(), null),
    'messages.list': (input) => app.listMessages(input),
    'messages.count': (filter) => app.countMessages(filter),
    'messages.facets': () => app.messageFacets(),
    'messages.delete': async ({ sids }) => ({ deleted: await app.deleteMessages(sids) }),
    'messages.deleteAll': async ({ number }) => ({ deleted: await app.deleteAllMessages(number) }),
    'messages.restore': async ({ sids }) => ({
      restored: await parts.inbox.restore(session().accountSid, sids),
    }),
    'messages.link': async ({ sid, index }) => ({
      url: await parts.inbox.linkOf(session().accountSid, sid, index),
    }),
    'messages.openLink': async ({ sid, index }) => {
      await tools.openLink(await parts.inbox.linkOf(session().accountSid, sid, index));
      return null;
    },
    'settings.update': async (patch) => {
      const { before, after, reception } = await preferences.update(patch);
      await audit.settingsChanged(before, after);
      parts.retention.settingsChanged();
      await numbers.settingsChanged();
      if (reception) await lifecycle.reopen();
      return null;
    },
    'texts.try': ({ text, from }) => parts.codes.find(text, from),
    'rules.propose': async (mark) => proposeRule(mark, ports.newId()),
    'ngrok.setToken': ({ token, remember }) => setNgrokToken(token, remember),
    'ngrok.forgetToken': () => setNgrokToken(null, false),
    'tokens.list': async () => app.sharing.list(),
    'tokens.add': (wanted) => app.sharing.make(wanted),
    'tokens.remove': async ({ name }) => (await app.sharing.remove(name), null),
    'api.rotateToken': async () => (await tools.rotateToken(), await audit.secretChanged('apiToken'), null),
    'api.copyToken': async () => (await tools.copyToken(), null),
    'clipboard.copy': async ({ text }) => (await tools.copy(text), null),
    'leases.list': (query) => upkeep.leasePage(query),
    'data.deleteHistory': () => upkeep.deleteHistory(),
    'data.remaining': () => upkeep.remainingNumbers(),
    'data.wipe': async (input) => (await upkeep.wipe(input), null),
    'data.openFolder': async () => (await tools.openDataDir(), null),
    'team.connect': async (team) => (await tools.team.connect(team), null),
    'team.leave': async () => (await tools.team.leave(), null),
    'window.ready': async () => (tools.onReady(), null),
    'commands.take': async () => tools.takeCommand(),
    'menu.choose': (request) => tools.chooseFromMenu(request),
    'notices.dismiss': async ({ id }) => (parts.notices.dismiss(id), null),
    'diagnostics.get': async () => {
      const kept = await keptCounts(history, connection.current()?.accountSid ?? null);
      const { version, host, diagnostics: port } = ports;
      return { text: diagnosticsText({ version, host, now: clock.now(), port, app: { state: app.state(), kept } }) };
    },
  };
}
