import { Modal, type ModalRootProps } from '@mantine/core';
import { strings } from './strings.ts';

export interface DialogProps extends ModalRootProps {
  title: string;
}

/** A modal without a `<header>` for its heading: assistive technology would take that for a second page banner. */
export function DialogFrame({ title, children, ...root }: DialogProps) {
  return (
    <Modal.Root {...root}>
      <Modal.Overlay backgroundOpacity={0.5} />
      <Modal.Content>
        <Modal.Header role="presentation">
          <Modal.Title fw={600}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={strings.common.close} />
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
