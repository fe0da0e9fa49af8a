import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Prints the path of the Node 24 that the program runs on: the one that `npm ci` brought, or else the machine's own. Runs on any
// Node, so it is plain JavaScript. npm's own links are not relied on: with several packages of one command, npm 10 makes none.
const NEEDED = 24;
const name = `node-${process.platform}-${process.arch}`;
const brought = fileURLToPath(new URL(`../../node_modules/${name}/bin/node`, import.meta.url));

if (existsSync(brought)) {
  process.stdout.write(brought);
} else if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  process.stdout.write(process.execPath);
} else {
  process.stderr.write(
    `Node ${NEEDED} is needed: npm brings none for ${name}, and the machine's own is ${process.versions.node}.\n`,
  );
  process.exitCode = 1;
}
