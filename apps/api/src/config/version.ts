import packageJson from '../../package.json' with { type: 'json' };

/** The product's version, as the package says. */
export const VERSION = packageJson.version;
