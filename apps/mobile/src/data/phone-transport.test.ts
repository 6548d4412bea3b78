import { describeTransport } from '@wellpulse/offline/testing';
import { phoneTransport } from './phone-transport.ts';

describeTransport('a phone', (url) => phoneTransport(url), { sendsStreams: false });
