/** Reads the rows that the record tables hold as JSON, as the contracts say they are. */
import {
  EQUIPMENT_FIELDS,
  MAINTENANCE_FIELDS,
  missingValues,
  PRODUCTION_FIELDS,
  WELL_FIELDS,
} from '@wellpulse/contracts';
import { storedObject } from './stored-json.ts';

const MISSING: Readonly<Record<string, object>> = {
  wells: missingValues(WELL_FIELDS),
  production_data: missingValues(PRODUCTION_FIELDS),
  equipment: missingValues(EQUIPMENT_FIELDS),
  equipment_maintenance: missingValues(MAINTENANCE_FIELDS),
};

/** A row was parsed when it was written. It lacks a field that the app knows only since: nobody gave that a value. */
export const readRow = (table: string, text: string): object => ({
  ...MISSING[table],
  ...storedObject(text),
});
