/** A stand-in for the demo seed: reports progress, then succeeds or fails as told. */
process.stdout.write('40 wells\n');
process.exit(Number(process.argv[2]));
