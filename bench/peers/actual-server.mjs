/** Actual's sync server, as its own command starts it; its settings are in the environment. */
import './end-with-stdin.cjs';

await import('@actual-app/sync-server/build/app.js');
