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

const text = strings.inbox;

/** Pixels; what is not measured yet is taken to be so high. */
const likelyHeight = 150;

/** So many messages before the last one that is known, older ones are asked for. */
const readAhead = 30;

/** Pixels from the top at which a person is no longer taken to look at what comes in. */
const readingFrom = 8;

/** What did not change stays as it is, however much comes in above. */
const Item = memo(MessageItem);

interface MessageListProps {
  feed: MessageFeed;
  view: FeedView;
  /** Another one begins at the top. */
  subject: string;
  texts: TextActions;
  onNothingLeft: () => void;
}

/** Draws the messages in sight alone. What a person reads stays in its place when others come in above. */
export function MessageList({ feed, view, subject, texts, onNothingLeft }: MessageListProps) {
  const leases = useSelected((state) => state.leases);
  const { messages } = view;
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [opened, toggle] = useToggled();
  const isReading = window.scrollY > readingFrom;
  // Nothing here is memoised by the React Compiler, which alone the rule is about.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count: messages.length,
    estimateSize: () => likelyHeight,
    getItemKey: (index) => messages[index]?.sid ?? index,
    overscan: 6,
    scrollMargin: useTop(box),
    anchorTo: isReading ? 'end' : 'start',
    // A row that has the focus stays, or the focus would be lost.
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
              style={{ transform: `translateY(${start - virtualizer.options.scrollMargin}px)` }}
              onFocus={() => setFocused(message.sid)}
              onBlur={() => setFocused(null)}
            >
              {heading !== null && <h2 className="inbox-day">{heading}</h2>}
              <Item
                message={message}
                lease={leases.find(({ id }) => id === message.leaseId)}
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
  // Quiet while it is out of sight: a wheel that turns there costs a frame, sixty times a second.
  const loaded = { value: null, failure, loading, reload: () => void feed.retry() };
  return (
    <div className="inbox-tail">
      <LoadingLine loaded={loaded} text={text.loading} />
    </div>
  );
}

/** What is open stays so when it is out of sight for a while. */
function useToggled(): [ReadonlySet<string>, (sid: string) => void] {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (sid: string) =>
      setOpened((before) => new Set(before.has(sid) ? [...before].filter((one) => one !== sid) : [...before, sid])),
    [],
  );
  return [opened, toggle];
}

/** Where the list begins in the page. What is above it grows and shrinks, and what is around it with it. */
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

/** Another subject is read from its beginning. */
function useTopOf(subject: string): void {
  const before = useRef(subject);
  useLayoutEffect(() => {
    if (before.current !== subject) window.scrollTo({ top: 0 });
    before.current = subject;
  }, [subject]);
}

/** How many messages came in above since the person began to read further down. */
function useFresh({ messages }: FeedView, isReading: boolean): number {
  const newest = messages[0]?.sid;
  const [seen, see] = useState(newest);
  if (!isReading && seen !== newest) see(newest);
  return isReading
    ? Math.max(
        0,
        messages.slice(0, 1000).findIndex(({ sid }) => sid === seen),
      )
    : 0;
}
