/** Forms over the REST API: readings, and all other records. */
export {
  recordAnswer,
  restRecordStore,
  troubleOfProblem,
  type RecordApi,
  type RecordReader,
} from './rest-record-store.ts';
export { restEntryStore, type Answer, type ProductionApi } from './rest-entry-store.ts';
