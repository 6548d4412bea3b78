/** A program for tests: starts the emulator on the data folder and port given, then reports its process id and idles. */
import { startAzurite } from './start-azurite.ts';

const [dataDir = '', port = ''] = process.argv.slice(2);
const server = await startAzurite({ dataDir, port: Number(port) });
process.send?.(server.pid);
