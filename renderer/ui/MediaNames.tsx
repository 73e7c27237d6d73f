import { VisuallyHidden } from '@mantine/core';
import type { MessageMedia } from '../../electron/contract/lease.ts';
import { describeMedia, type MediaKind } from '../state/media.ts';
import { AudioIcon, ContactIcon, DocumentIcon, FileIcon, ImageIcon, VideoIcon } from './icons.tsx';
import { strings } from './strings.ts';

const text = strings.inbox.media;

const icons: Record<MediaKind, () => React.ReactNode> = {
  image: ImageIcon,
  video: VideoIcon,
  audio: AudioIcon,
  contact: ContactIcon,
  document: DocumentIcon,
  file: FileIcon,
};

/** The files of a message by name, such as "Photo (JPEG)". None is fetched: they come from strangers. */
export function MediaNames({ media }: { media: readonly MessageMedia[] }) {
  if (media.length === 0) return null;
  return (
    <ul className="plain-list media-names" aria-label={text.label}>
      {media.map((one, index) => (
        <li key={index}>
          <MediaName media={one} />
        </li>
      ))}
    </ul>
  );
}

/** `iconOnly`: the name is only read out, and shown when it is pointed at. */
export function MediaName({ media, iconOnly = false }: { media: MessageMedia; iconOnly?: boolean }) {
  const { kind, format } = describeMedia(media);
  const Icon = icons[kind];
  const name = format === null ? text[kind] : text.named({ kind: text[kind], format });
  return (
    <span className="media-name" title={iconOnly ? name : media.contentType}>
      <Icon /> {iconOnly ? <VisuallyHidden>{name}</VisuallyHidden> : name}
    </span>
  );
}
