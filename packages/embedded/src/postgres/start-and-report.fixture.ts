/** A program for tests: starts a server on the data folder and port given, then reports its process id and idles. */
import { startPostgres } from './start-postgres.ts';

const [dataDir = '', port = ''] = process.argv.slice(2);
const server = await startPostgres({ dataDir, port: Number(port), durable: false });
process.send?.(server.pid);
