/** What the packages of phones answer where engines differ. A test asks Node and Hermes, and compares. */
import * as contracts from '@wellpulse/contracts';
import * as domain from '@wellpulse/domain';
import * as offline from '@wellpulse/offline';
import { createWords, LANGUAGES } from '@wellpulse/words';

const NAMES = [
  'Route 10',
  'route 2',
  'Peña #1',
  'Pen\u0303a #1',
  'MÆRSK',
  'Straße 7',
  'ﬁeld',
  '',
  'Ü',
  '100 %',
];
const TEXTS = [...NAMES, '\u{1F6E2}\uFE0F', ' 12,5 ', 'Cooper\u00A014'];
const NUMBERS = [0, -0, 0.1 + 0.2, 4410, 1e21, 1e-7, 123456.789, 44.05, 0.005, 2 ** 53];

/** Every value is JSON. */
export function phoneAnswers(): unknown {
  return {
    exported: [contracts, domain, offline].map((all) => Object.keys(all).length),
    canonical: domain.canonicalJson({
      numbers: NUMBERS,
      names: NAMES,
      ['\u{1F600}']: null,
      ['\ufb33']: true,
      10: 1,
      9: 2,
    }),
    storable: [...TEXTS, 'a\u0000b', '\uD83D', 'a\uDEE2b'].map(contracts.storableText),
    keys: TEXTS.map((text) => [domain.searchKey(text), domain.naturalKey(text)]),
    order: [...NAMES].sort(domain.compareNames),
    days: [-1, 0, 59, 3_000_000].map((count) => domain.addDays('2024-01-01', count)),
    refused: contracts.EVENTS.PRODUCTION_CREATED.payload.safeParse({
      productionDate: '2025-02-30',
      oilVolume: -1,
    }).error?.issues,
    taken: contracts.EVENTS.PRODUCTION_CREATED.payload.parse({
      productionDate: '2025-02-28',
      oilVolume: 44.1,
      notes: '  Pump down, called Joe  ',
    }),
    words: LANGUAGES.map((language) => {
      const words = createWords(language);
      return [
        NUMBERS.map((number) => words.formatVolumeWithUnit(number, 'OIL')),
        NUMBERS.map((number) => words.formatBytes(Math.abs(number))),
        words.formatDay('2025-10-24'),
        words.formatRelative('2025-10-24T12:00:00Z', new Date('2025-10-26T13:00:00Z')),
        words.formatMessage(contracts.message('tooLong', { count: 60 })),
      ];
    }),
  };
}
