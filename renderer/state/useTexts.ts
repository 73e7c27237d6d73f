import { useState } from 'react';
import type { GivenText, TextActions } from './texts.ts';

interface Texts {
  texts: TextActions;
  /** The text that is waiting to be filled in; null afterwards. */
  toTry: GivenText | null;
  tried: () => void;
  /** The text of the current lesson. */
  lesson: GivenText | null;
  endLesson: () => void;
}

/** Carries a text from where it is shown to where it can be tried or taught. */
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
