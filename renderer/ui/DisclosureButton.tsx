import { Button, type ButtonProps } from '@mantine/core';
import { ChevronDownIcon, ChevronUpIcon } from './icons.tsx';

interface DisclosureButtonProps extends ButtonProps {
  id?: string;
  open: boolean;
  setOpen: (open: boolean) => void;
  /** The id of the element that it shows and hides. */
  controls: string;
}

/** Hides something and shows it again. It has the text colour, which stays readable on the hovered button. */
export function DisclosureButton({ open, setOpen, controls, ...props }: DisclosureButtonProps) {
  return (
    <Button
      variant="subtle"
      color="gray"
      c="var(--mantine-color-text)"
      px="xs"
      ml="-xs"
      {...props}
      aria-expanded={open}
      aria-controls={controls}
      rightSection={open ? <ChevronUpIcon /> : <ChevronDownIcon />}
      onClick={() => setOpen(!open)}
    />
  );
}
