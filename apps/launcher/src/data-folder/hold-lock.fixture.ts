/** A program for tests: holds the lock of the name given, and idles. */
import { takeLock } from './lock.mjs';

await takeLock(process.argv[2] ?? '');
process.send?.('held');
process.on('disconnect', () => process.exit());
