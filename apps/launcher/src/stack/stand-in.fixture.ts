/** A stand-in for the API and the dashboard: answers every request on the port given, ends when it is asked to. */
import { createServer } from 'node:http';

const server = createServer((_request, response) => {
  response.end(
    JSON.stringify({
      pid: process.pid,
      catalog: process.env['DATABASE_URL'],
      demo: process.env['WELLPULSE_DEMO'],
      blobs: process.env['WELLPULSE_BLOB_UPSTREAM'],
      publicUrl: process.env['WELLPULSE_PUBLIC_URL'],
    }),
  );
});
server.listen(Number(process.argv[2]), '127.0.0.1');
process.once('SIGTERM', () => {
  process.stdout.write('ended in order\n');
  process.exit(0);
});
