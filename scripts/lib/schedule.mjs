/**
 * Runs things side by side without using more cores than there are.
 *
 * @typedef {object} Job
 * @property {string} name
 * @property {number} cores how many it keeps busy, all if more than there are
 * @property {readonly string[]} [after] the names of jobs that must have ended, if they are among those to run
 */

/**
 * Starts the jobs in their order, each as soon as there is room for it. A job that does not fit yet lets later ones pass.
 *
 * @template {Job} SomeJob
 * @template Result
 * @param {readonly SomeJob[]} jobs
 * @param {number} cores
 * @param {(job: SomeJob) => Promise<Result>} run must not reject
 * @param {() => boolean} isStopped asked before each start; what runs is waited for
 * @returns {Promise<Result[]>} in the order of the jobs, without those that were never started
 */
export async function runWithin(cores, jobs, run, isStopped = () => false) {
  const waiting = [...jobs];
  /** @type {Map<SomeJob, Promise<void>>} */
  const running = new Map();
  /** @type {Map<SomeJob, Result>} */
  const results = new Map();

  const needs = (/** @type {SomeJob} */ job) => Math.min(job.cores, cores);
  const isReady = (/** @type {SomeJob} */ job) =>
    (job.after ?? []).every((name) => [...waiting, ...running.keys()].every((other) => other.name !== name));
  const free = () => [...running.keys()].reduce((left, job) => left - needs(job), cores);

  for (;;) {
    for (const job of isStopped() ? [] : [...waiting]) {
      if (needs(job) > free() || !isReady(job)) continue;
      waiting.splice(waiting.indexOf(job), 1);
      const ended = run(job).then((result) => {
        results.set(job, result);
        running.delete(job);
      });
      running.set(job, ended);
    }
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  return jobs.flatMap((job) => (results.has(job) ? [/** @type {Result} */ (results.get(job))] : []));
}
