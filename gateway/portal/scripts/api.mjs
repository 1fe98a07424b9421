// Makes the types of the portal's client from the services' published contracts: `npm run api`.
// `npm run api -- --check` fails when what is committed no longer fits them.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const contracts = new URL('../../../contracts/openapi/', import.meta.url);
const generated = fileURLToPath(new URL('../src/api/generated/', import.meta.url));
const check = process.argv.includes('--check');
let stale = false;

for (const file of readdirSync(contracts).filter((name) => name.endsWith('.yaml'))) {
  const target = join(generated, `${basename(file, '.yaml')}.ts`);
  const types = `// Made from contracts/openapi/${file} by \`npm run api\`.\n${astToString(await openapiTS(new URL(file, contracts)))}`;
  if (existsSync(target) && readFileSync(target, 'utf8') === types) continue;
  if (check) {
    process.stderr.write(`${target} does not fit contracts/openapi/${file}: run npm run api\n`);
    stale = true;
  } else {
    writeFileSync(target, types);
  }
}
process.exit(stale ? 1 : 0);
