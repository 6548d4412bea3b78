/** What is wrong with a file of production, its mapping or one of its rows. */
export const IMPORT_MESSAGES = {
  columnUnnamed: 'Name a column',
  noVolumeMapped: 'Map at least one of oil, gas and water',
  notADateFormat: 'Must be a format such as yyyy-MM-dd or dd-MMM-yy',
  dateFormatIncomplete: 'Must hold a year, a month and a day, once each',
  columnMissing: 'The file has no column "{column}"',
  fileEmpty: 'The file is empty',
  fileTooLarge: 'A file has at most {most}',
  mappingMissing: 'Send the mapping as JSON in the part "mapping"',

  otherCellCount: 'Has {count} cells where the header has {expected}',
  quoteLeftOpen: 'A quote is left open in this line',
  lineTooLong: 'The line has more than {count} characters',
  noSuchWell: 'There is no such well',
  ambiguousWell: 'Several wells have this name; map by API number',
  otherDateFormat: 'Is not a day written as {format}',
  cellNotANumber: 'Is not a number',
  volumeNegative: 'A volume is never negative',
  volumesMissing: 'Neither oil nor gas nor water is given',
  otherVolumesBefore: 'An earlier row of the file gives other volumes for the same day',
  refusedByDatabase: 'The database does not take these values',
} as const;
