import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { MessageFilter } from '../../../electron/contract/messages.ts';
import { iso } from '../../../electron/contract/time.ts';
import { useSelected, useConnection, useServices } from '../../state/context.ts';
import { MessageFeed, type FeedView } from './messageFeed.ts';

/** The messages of a filter, kept up to date. The previous filter's messages stay until the first new ones arrive. */
export function useMessages(filter: MessageFilter): { feed: MessageFeed; view: FeedView; subject: string } {
  const { bridge, client, store } = useServices();
  const account = useSelected((state) => state.account);
  const subject = JSON.stringify([account.kind === 'connected' ? account.sid : null, filter]);
  const feed = useMemo(() => {
    const [, wanted] = JSON.parse(subject) as [unknown, MessageFilter];
    const seed = Object.keys(wanted).length === 0 ? (store.view().state?.messages ?? []) : [];
    return new MessageFeed(client, wanted, seed);
  }, [client, store, subject]);
  const connection = useConnection();
  useEffect(() => {
    if (connection !== 'open') return;
    const newest = feed.view().messages[0];
    void feed.more();
    // After a reconnect: read what has arrived in the meantime.
    if (newest !== undefined) feed.changed(newest.receivedAt);
    if (newest !== undefined) feed.changed(iso(Date.now()));
    const ends = [
      bridge.subscribe('message', (message) => feed.arrived(message)),
      bridge.subscribe('messagesChanged', ({ deleted, restored }) => {
        feed.drop(deleted);
        for (const { receivedAt } of restored) feed.changed(receivedAt);
      }),
    ];
    return () => ends.forEach((end) => end());
  }, [bridge, feed, connection]);
  const view = useSyncExternalStore(feed.subscribe, feed.view);
  const [kept, keep] = useState(view);
  if (view.loaded && view !== kept) keep(view);
  const pending = { ...kept, loading: view.loading, failure: view.failure, ended: false };
  return { feed, view: view.loaded ? view : pending, subject };
}
