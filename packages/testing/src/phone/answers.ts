/** What the packages of phones answer where engines differ. A test asks Node and Hermes, and compares. */
import * as contracts from '@wellpulse/contracts';
import * as domain from '@wellpulse/domain';
import * as forms from '@wellpulse/forms';
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

const PASTED = [
  'Well\tOil\tGas\r\nAcme #1\t12,5\tn/a\r\nAcme #2\t-\t310',
  'Date\tOil\n2025-10-20\t41',
  'Pump down, called Joe',
  '12,5',
];

/** Every value is JSON. */
export function phoneAnswers(): unknown {
  return {
    exported: [contracts, domain, forms, offline].map((all) => Object.keys(all).length),
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
    pasted: PASTED.map((text) => [forms.readPaste(text, 'NUMBER'), forms.readPaste(text, 'TEXT')]),
    typed: LANGUAGES.map((language) => {
      const words = createWords(language);
      const text = {
        ...forms.emptyEntry('2025-10-24'),
        oilVolume: '1,042.5',
        gasVolume: '-',
        waterVolume: 'lots',
      };
      return [
        forms.parseEntry(words, text, '2025-10-23'),
        forms.parseEntry(words, { ...text, waterVolume: '' }, '2025-10-24'),
        forms.varianceNote(words, '15', 10, 'OIL', 20),
      ];
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
