import { describeTransport } from '../testing/transport.suite.ts';
import { fetchTransport } from './fetch-transport.ts';

describeTransport('fetch', (baseUrl) => fetchTransport(baseUrl));
