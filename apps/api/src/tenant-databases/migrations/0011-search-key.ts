import type { Migration } from '../../database/migrator.ts';

/** Those of Latin, Greek and Cyrillic that are letters by themselves: an accent is taken off before. */
const CAPITALS =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZÆÐØÞĐĦŁŊŒŦƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƢƤƦƧƩƬƮƱƲƳƵƷƸƼǤǶǷȜȠȢȤȺȻȽȾɁɃɄɅɆɈɊɌɎͰͲͶͿΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩϏϘϚϜϞϠϢϤϦϨϪϬϮϷϺϽϾϿЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯѠѢѤѦѨѪѬѮѰѲѴѸѺѼѾҀҊҌҎҐҒҔҖҘҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӃӅӇӉӋӍӔӘӠӨӶӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮ';
const SMALL =
  'abcdefghijklmnopqrstuvwxyzæðøþđħłŋœŧɓƃƅɔƈɖɗƌǝəɛƒɠɣɩɨƙɯɲɵƣƥʀƨʃƭʈʊʋƴƶʒƹƽǥƕƿȝƞȣȥⱥȼƚⱦɂƀʉʌɇɉɋɍɏͱͳͷϳαβγδεζηθικλμνξοπρστυφχψωϗϙϛϝϟϡϣϥϧϩϫϭϯϸϻͻͼͽђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяѡѣѥѧѩѫѭѯѱѳѵѹѻѽѿҁҋҍҏґғҕҗҙқҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӏӄӆӈӊӌӎӕәӡөӷӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯ';

export const searchKey: Migration = {
  name: '0011-search-key',
  sql: `
    -- The same text as searchKey of packages/domain/src/texts.ts.
    create function search_key(given text) returns text language sql immutable strict parallel safe
    return btrim(
      regexp_replace(
        regexp_replace(
          translate(
            regexp_replace(normalize(given, nfkd), '[\\u0300-\\u036f]', '', 'g'), '${CAPITALS}', '${SMALL}'),
          '[\\u2010-\\u2015\\u2212]', '-', 'g'),
        '[\\u0009-\\u000d \\u0085\\u1680\\u2028\\u2029\\ufeff]+', ' ', 'g'),
      ' ');

    -- Serial numbers that were two until now and are one by this rule stay; no third one is added to them.
    drop index equipment_serial_number;
    do $$ begin
      create unique index equipment_serial_number on equipment (search_key(serial_number)) where deleted_at is null;
    exception when unique_violation then
      create index equipment_serial_number on equipment (search_key(serial_number)) where deleted_at is null;
    end $$;
  `,
};
