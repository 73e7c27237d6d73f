import { Modal, type ModalRootProps } from '@mantine/core';
import { useEffect } from 'react';
import { strings } from './strings.ts';

/**
 * For a dialog that is rendered only while it is open: returns the focus to where it was before, or to the page if that
 * is gone.
 */
export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      const target = before?.isConnected === true ? before : document.getElementById('content');
      if (target instanceof HTMLElement) target.focus();
    };
  }, []);
}

interface DialogProps extends ModalRootProps {
  title: string;
}

/** A modal without a `<header>` for its heading: assistive technology would take that for a second page banner. */
export function Dialog({ title, children, ...root }: DialogProps) {
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
