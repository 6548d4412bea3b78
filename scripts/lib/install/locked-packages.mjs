/**
 * Which packages of package-lock.json belong to some workspaces.
 *
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [link] to the folder of a workspace, which `resolved` names
 * @property {string} [resolved]
 * @property {boolean} [optional]
 *
 * @typedef {Record<string, LockedPackage & Record<string, unknown>>} Packages by their paths, as in the lock file
 */

const NEEDS = ['dependencies', 'optionalDependencies', 'peerDependencies'];

/**
 * The paths of everything that the workspaces need, and what that needs in its turn.
 *
 * @param {Packages} packages
 * @param {readonly string[]} workspaces
 * @returns {string[]}
 */
export function packagesOf(packages, workspaces) {
  const found = new Set(workspaces);
  // A set is walked to its end, with what is added on the way.
  for (const path of found) {
    const entry = packages[path];
    if (entry?.link === true && entry.resolved !== undefined) found.add(entry.resolved);
    const kinds = path.includes('node_modules/') ? NEEDS : [...NEEDS, 'devDependencies'];
    for (const name of kinds.flatMap((kind) => Object.keys(entry?.[kind] ?? {}))) {
      const needed = resolve(packages, path, name);
      if (needed !== undefined) found.add(needed);
    }
  }
  return [...found];
}

/**
 * Where a package finds another one: in its own folder or in one above it, as Node looks for it.
 *
 * @param {Packages} packages
 * @param {string} from
 * @param {string} name
 * @returns {string | undefined} undefined for an optional one that is nowhere
 */
function resolve(packages, from, name) {
  const nested = `${from}/node_modules/${name}`;
  if (packages[nested] !== undefined) return nested;
  const above = from.lastIndexOf('/node_modules/');
  if (above !== -1) return resolve(packages, from.slice(0, above), name);
  const top = `node_modules/${name}`;
  return packages[top] === undefined ? undefined : top;
}
