/*
 * Goes before every command (`node --require`), in words that any Node reads: what follows is TypeScript, at which an old one
 * only says that it knows no such file. npm puts the Node of the package `node` first; without it the machine's own runs.
 */
'use strict';
const fs = require('fs');
const path = require('path');

const installed = fs.existsSync(path.join(__dirname, '../node_modules/node/package.json'));
if (!installed || !process.features.typescript) {
  const mend = installed
    ? 'npm install brings the right one; start the command by npm: npm start, npm run build, npm test.'
    : 'The packages are not installed. Run: npm install';
  console.error(
    process.features.typescript ? mend : 'This is Node ' + process.version + '; the site needs Node 24. ' + mend,
  );
  process.exit(1);
}
