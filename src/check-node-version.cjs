/*
 * Loaded before every command (`node --require`) and written for any version of Node: an older one cannot load the TypeScript
 * that follows, and its own message does not say why. npm puts the Node of the package `node` first on the PATH.
 */
'use strict';
const fs = require('fs');
const path = require('path');

const installed = fs.existsSync(path.join(__dirname, '../node_modules/node/package.json'));
if (!installed || !process.features.typescript) {
  const fix = installed
    ? 'npm install brings the right one; start the command by npm: npm start, npm run build, npm test.'
    : 'The packages are not installed. Run: npm install';
  console.error(
    process.features.typescript ? fix : 'This is Node ' + process.version + '; the site needs Node 24. ' + fix,
  );
  process.exit(1);
}
