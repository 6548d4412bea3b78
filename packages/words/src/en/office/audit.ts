/** The audit, and the history of a record. */
import { count } from '../../lib/decimal.ts';

export const audit = {
  about: 'All that was ever changed, by whom and from where. Nothing here can be altered.',
  events: 'Audit events',
  noMatch: 'No event matches',
  noMatchHint: 'Take a filter away to see more.',

  who: 'Who',
  name: 'Name',
  everybody: 'Everybody',
  what: 'What',
  allChanges: 'All changes',
  fromWhere: 'From where',
  fromAnywhere: 'From anywhere',
  onlyOneRecord: 'Only one record: show all',

  columns: {
    number: 'No.',
    time: 'Time',
    who: 'Who',
    from: 'From',
    what: 'What',
    place: 'Well and item',
    values: 'Values',
  },
  /** In an exported file, of an author whose rights had ended. */
  yes: 'yes',

  numbered: (sequence: number) => `No. ${count(sequence)}`,
  allOfRecord: 'All of this record',
  openItem: 'Open the item',
  openWell: 'Open the well',
  facts: {
    who: 'Who',
    carrier: 'Brought by',
    note: 'Note',
    from: 'From',
    device: 'Device',
    clock: 'Its clock',
    done: 'Done',
    received: 'Received',
    logged: 'Logged',
    record: 'Record',
    event: 'Event',
    hash: 'Hash',
    format: 'Format',
    content: 'Content',
  },
  /** What a button copies. */
  copied: { record: 'record id', event: 'event id', hash: 'hash', content: 'content' },
  nobody: 'Nobody: made on the command line',
  authorHadLeft: 'It arrived after its author’s rights had ended',
  loggedSince: (instant: string) => `${instant}, since the server’s clock had been ahead`,
  clockRight: 'Right',
  /** `span` in words: "12 minutes". */
  clockBehind: (span: string) => `${span} behind, put right`,
  clockAhead: (span: string) => `${span} ahead, put right`,
};
