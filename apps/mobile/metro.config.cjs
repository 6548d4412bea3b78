const { getDefaultConfig } = require('expo/metro-config');

const config = getDefaultConfig(__dirname);
// SQLite in a browser.
config.resolver.assetExts.push('wasm');
module.exports = config;
