import { Suspense } from 'react';
import { later } from './later.ts';

const FlagImage = later(async () => (await import('./FlagImage.tsx')).FlagImage);

/** The flag of a country (ISO 3166-1 alpha-2), whose name is always beside it. Its place is there before it. */
export function Flag({ country }: { country: string }) {
  return (
    <Suspense fallback={<span className="flag flag-place" />}>
      <FlagImage country={country} />
    </Suspense>
  );
}
