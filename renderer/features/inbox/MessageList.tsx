import { Button, Text } from '@mantine/core';
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useSelected } from '../../state/context.ts';
import type { TextActions } from '../../state/texts.ts';
import { ArrowUpIcon } from '../../ui/icons.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { strings } from '../../ui/strings.ts';
import { dayHeading } from './days.ts';
import { MessageItem } from './MessageItem.tsx';
import type { FeedView, MessageFeed } from './messageFeed.ts';
import { useRemoval } from './useRemoval.ts';
import { useSought } from './useSought.ts';

const text = strings.inbox;

/** The height in pixels that is assumed for a message until it is measured: that of one with a short text. */
const likelyHeight = 68;

/** Older messages are requested when this many loaded ones are left. */
const readAhead = 30;

/** Pixels from the top. Anyone who has scrolled further is reading older messages. */
const readingFrom = 8;

/** Unchanged messages are not drawn again, however many arrive above. */
const Item = memo(MessageItem);

interface MessageListProps {
  feed: MessageFeed;
  view: FeedView;
  /** The list starts at the top again when this changes. */
  subject: string;
  texts: TextActions;
  onNothingLeft: () => void;
}

/** Draws only the messages in sight. What a person is reading stays in place when others arrive above. */
export function MessageList({ feed, view, subject, texts, onNothingLeft }: MessageListProps) {
  const leases = useSelected((state) => state.leases);
  const { messages } = view;
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [opened, toggle] = useToggled();
  const isReading = window.scrollY > readingFrom;
  // The rule is only about the React Compiler's memoisation, which is not used here.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count: messages.length,
    estimateSize: () => likelyHeight,
    getItemKey: (index) => messages[index]?.sid ?? index,
    // At the top, rows below are soon drawn; there, all of them are new when many arrive.
    overscan: isReading ? 6 : 3,
    scrollMargin: useTop(box),
    anchorTo: isReading ? 'end' : 'start',
    // Keep a row that has the focus, or the focus would be lost.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      const index = focused === null ? -1 : messages.findIndex(({ sid }) => sid === focused);
      return index < 0 || drawn.includes(index) ? drawn : [...drawn, index].toSorted((a, b) => a - b);
    },
  });
  const lastInSight = virtualizer.range?.endIndex ?? 0;
  const wantsMore = !view.ended && !view.loading && view.failure === null && lastInSight >= messages.length - readAhead;
  useEffect(() => {
    if (wantsMore) void feed.more();
  }, [feed, wantsMore]);
  useTopOf(subject);
  const sought = useSought({
    messages,
    draw: setFocused,
    row: (index) => box?.querySelector(`[data-index='${index}']`) ?? null,
  });
  const fresh = useFresh(view, isReading);
  const remove = useRemoval(feed, onNothingLeft);
  return (
    <section aria-label={text.list} aria-busy={view.loading}>
      {fresh > 0 && (
        <Button
          className="inbox-fresh"
          size="xs"
          radius="xl"
          leftSection={<ArrowUpIcon />}
          onClick={() => window.scrollTo({ top: 0 })}
        >
          {text.fresh({ count: fresh })}
        </Button>
      )}
      <div ref={setBox} className="inbox-list" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const message = messages[index];
          if (message === undefined) return null;
          const heading = dayHeading(message, messages[index - 1]);
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className="inbox-row"
              {...(message.sid === sought && { 'data-sought': true })}
              style={{ transform: `translateY(${start - virtualizer.options.scrollMargin}px)` }}
              onFocus={() => setFocused(message.sid)}
              onBlur={() => setFocused(null)}
            >
              {heading !== null && <h2 className="inbox-day">{heading}</h2>}
              <Item
                message={message}
                label={leases.find(({ id }) => id === message.leaseId)?.label ?? null}
                texts={texts}
                opened={opened.has(message.sid)}
                toggle={toggle}
                remove={remove}
              />
            </div>
          );
        })}
      </div>
      <Tail feed={feed} view={view} />
    </section>
  );
}

function Tail({ feed, view: { loading, failure, ended, messages } }: { feed: MessageFeed; view: FeedView }) {
  if (ended && failure === null) {
    return (
      <Text size="sm" c="dimmed" ta="center" py="sm">
        {messages.length > 0 && text.noOlder}
      </Text>
    );
  }
  // Quiet while out of sight: a spinner would cost a frame sixty times a second.
  const loaded = { value: null, failure, loading, reload: () => void feed.retry() };
  return (
    <div className="inbox-tail">
      <LoadingLine loaded={loaded} text={text.loading} />
    </div>
  );
}

/** Opened messages stay open while they are out of sight. */
function useToggled(): [ReadonlySet<string>, (sid: string) => void] {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (sid: string) =>
      setOpened((before) => new Set(before.has(sid) ? [...before].filter((one) => one !== sid) : [...before, sid])),
    [],
  );
  return [opened, toggle];
}

/** Where the list begins in the page. When the content above grows or shrinks, so do the list's parents. */
function useTop(box: HTMLElement | null): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (box === null) return;
    const measure = () => setTop(Math.round(box.getBoundingClientRect().top + window.scrollY));
    const observer = new ResizeObserver(measure);
    for (let around = box.parentElement; around !== null; around = around.parentElement) observer.observe(around);
    return () => observer.disconnect();
  }, [box]);
  return top;
}

/** Scrolls to the top when the subject changes. */
function useTopOf(subject: string): void {
  const before = useRef(subject);
  useLayoutEffect(() => {
    if (before.current !== subject) window.scrollTo({ top: 0 });
    before.current = subject;
  }, [subject]);
}

/** How many messages have arrived above since the person scrolled down to read. */
function useFresh({ messages }: FeedView, isReading: boolean): number {
  const newest = messages[0]?.sid;
  const [seen, see] = useState(newest);
  if (!isReading && seen !== newest) see(newest);
  return isReading
    ? Math.max(
        0,
        messages.findIndex(({ sid }) => sid === seen),
      )
    : 0;
}
