import africa from './regional/africa.json' with { type: 'json' };
import centralEurope from './regional/centralEurope.json' with { type: 'json' };
import eastAsia from './regional/eastAsia.json' with { type: 'json' };
import eastEurope from './regional/eastEurope.json' with { type: 'json' };
import nearEast from './regional/nearEast.json' with { type: 'json' };
import northEurope from './regional/northEurope.json' with { type: 'json' };
import southAsia from './regional/southAsia.json' with { type: 'json' };
import westEurope from './regional/westEurope.json' with { type: 'json' };

/**
 * Words for the lists beside this file, by language and by list: separated by
 * spaces, and `lapsed` by commas. `driver{,ki,ku}` stands for `driver driverki driverku`; in the lists that are
 * searched inside runs of letters, an underscore is a space.
 */
type Key =
  | 'typing'
  | 'typingWords'
  | 'tells'
  | 'hearers'
  | 'places'
  | 'placesInside'
  | 'purposes'
  | 'purposesInside'
  | 'verbs'
  | 'finals'
  | 'finalsInside'
  | 'copulas'
  | 'validity'
  | 'fillers'
  | 'hearersInside'
  | 'instruments'
  | 'keyNouns'
  | 'numberNouns'
  | 'keyPurposes'
  | 'companions'
  | 'otherKinds'
  | 'otherKindsBehind'
  | 'offers'
  | 'statuses'
  | 'conditions'
  | 'notBeforeInside'
  | 'abbreviations'
  | 'notBefore'
  | 'notAfter'
  | 'numberFillers'
  | 'guards'
  | 'lapsed';

const regions: Record<string, Partial<Record<Key, string>>>[] = [
  westEurope,
  northEurope,
  centralEurope,
  eastEurope,
  nearEast,
  southAsia,
  eastAsia,
  africa,
];

/** All words for a list, as one text. */
export function regional(key: Key): string {
  const separator = key === 'lapsed' ? ', ' : ' ';
  const texts = regions.flatMap((region) => Object.values(region)).map((each) => each[key] ?? '');
  return texts
    .filter((text) => text !== '')
    .flatMap((text) => text.split(separator))
    .flatMap(expanded)
    .join(separator);
}

/** `a{b,c}d` stands for `abd acd`. */
function expanded(word: string): string[] {
  const [, before = '', choices, after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(word) ?? [];
  return choices === undefined ? [word] : choices.split(',').flatMap((each) => expanded(before + each + after));
}
