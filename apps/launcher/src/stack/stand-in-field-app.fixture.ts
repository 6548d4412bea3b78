/** A stand-in for the build of the field app: succeeds, fails, or goes on until it is ended, as told. */
const how = process.argv[2];
process.stdout.write(`Building as process ${String(process.pid)}\n`);
if (how === 'endless') setInterval(() => undefined, 1_000);
else process.exitCode = how === 'built' ? 0 : 1;
