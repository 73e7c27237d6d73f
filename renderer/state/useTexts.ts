import { useState } from 'react';
import type { GivenText, TextActions } from './texts.ts';

interface Texts {
  texts: TextActions;
  /** The text that waits to be filled in; null once it is. */
  toTry: GivenText | null;
  tried: () => void;
  /** The text whose code is being taught. */
  lesson: GivenText | null;
  endLesson: () => void;
}

/** Carries a text from where it is shown to where it is tried or taught from. */
export function useTexts(goToTrial: () => void): Texts {
  const [toTry, setToTry] = useState<GivenText | null>(null);
  const [lesson, setLesson] = useState<GivenText | null>(null);
  const tryText = (given: GivenText) => {
    setToTry(given);
    goToTrial();
  };
  return {
    texts: { tryText, teach: setLesson },
    toTry,
    tried: () => setToTry(null),
    lesson,
    endLesson: () => setLesson(null),
  };
}
