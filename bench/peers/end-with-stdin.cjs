/** A server ends when the benchmark closes its standard input, or dies: a signal would end only the tracer around it. */
process.stdin.resume();
process.stdin.on('end', () => process.exit());
