import { join } from 'node:path';
import { aFolder } from '../offline-client.fixture.ts';
import { describeSyncLock } from '../testing/sync-lock.suite.ts';
import { nodeSyncLock } from './node-sync-lock.ts';

describeSyncLock('a file beside the database', nodeSyncLock, () => join(aFolder(), 'device.db'));
