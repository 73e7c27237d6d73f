import { Button, type ButtonProps } from '@mantine/core';
import { ChevronDownIcon, ChevronUpIcon } from './icons.tsx';

interface DisclosureButtonProps extends ButtonProps {
  id?: string;
  open: boolean;
  setOpen: (open: boolean) => void;
  /** The id of what it shows and hides. */
  controls: string;
}

/** Folds something away and shows it again. In the colour of the text, which stays readable on the hovered button. */
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
