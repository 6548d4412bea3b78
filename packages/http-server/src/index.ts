/** What the API and the dashboard's server do alike with a request. */
export { announcedLength } from './announced-length.ts';
export { limitBodyTime } from './body-time.ts';
export { Proxies } from './proxies.ts';
