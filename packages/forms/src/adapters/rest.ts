/** Forms over the REST API: readings, all other records, and imports. */
export { restImportStore, type ImportApi, type NamedImportJob } from './rest-import-store.ts';
export {
  recordAnswer,
  restRecordStore,
  troubleOfProblem,
  type RecordApi,
  type RecordReader,
} from './rest-record-store.ts';
export { restEntryStore, type Answer, type ProductionApi } from './rest-entry-store.ts';
