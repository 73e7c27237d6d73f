import { groupedCode } from '../../contract/codeGroups.ts';
import { describeCode, isHidden, onNewCode, type ArrivedCode } from './arrivedCodes.ts';
import type { Desktop } from '../desktop.ts';

type Options = Pick<
  Desktop,
  'app' | 'clock' | 'platform' | 'notifications' | 'words' | 'copy' | 'isLocked' | 'isWatched' | 'reveal'
>;

/** Shows a notification for each code that comes in from now on. */
export function notifyOfCodes(options: Options): void {
  const { app, clock, isLocked, isWatched } = options;
  const hidden = () => isHidden(app.state(), isLocked);
  const show = inBursts<ArrivedCode>(
    clock,
    (item) => showOne(item, hidden(), options),
    (items) => showMany(items, hidden(), options),
  );
  onNewCode(app, clock.now(), (message) => {
    const { settings, leases } = app.state();
    if (settings.notifications && !isWatched()) show(describeCode(message, leases));
  });
}

/** On Linux notifications have no buttons, so a click copies. */
function showOne(item: ArrivedCode, hidden: boolean, options: Options): () => void {
  const { platform, notifications, words, copy, reveal } = options;
  const { notification: text } = words();
  const [title, body] = [hidden ? text.hidden : text.code({ code: groupedCode(item.code) }), text.body(item)];
  const onClick = () => reveal(item.leaseId);
  if (platform !== 'linux') {
    const button = { text: text.copy, press: () => copy(item.code) };
    return notifications.show({ title, body, button, onClick });
  }
  const copyAndReveal = () => {
    copy(item.code);
    onClick();
  };
  return notifications.show({ title, body: text.clickToCopy({ body }), onClick: copyAndReveal });
}

function showMany(items: ArrivedCode[], hidden: boolean, options: Options): void {
  const { notifications, words, reveal } = options;
  const { notification: text } = words();
  notifications.show({
    title: text.many({ count: items.length }),
    body: hidden
      ? text.manyHidden
      : items.map((item) => text.line({ ...item, code: groupedCode(item.code) })).join('\n'),
    onClick: () => reveal(items.at(-1)?.leaseId ?? null),
  });
}

const burst = { most: 3, withinMs: 2_000 };

/**
 * Shows the first few one by one. If more come in a short time, all of them are shown together instead. `one` returns
 * a function that takes it away again.
 */
function inBursts<Item>(
  clock: Desktop['clock'],
  one: (item: Item) => () => void,
  many: (items: Item[]) => void,
): (item: Item) => void {
  let began = -Infinity;
  let items: Item[] = [];
  let shown: (() => void)[] = [];
  return (item) => {
    const now = clock.now();
    if (now - began >= burst.withinMs) [began, items, shown] = [now, [], []];
    items.push(item);
    if (items.length <= burst.most) return void shown.push(one(item));
    if (items.length > burst.most + 1) return;
    for (const close of shown) close();
    const all = items;
    clock.after(began + burst.withinMs - now, () => many(all));
  };
}
