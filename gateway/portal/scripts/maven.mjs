// What Maven calls: installs, builds and tests the portal with the npm that is on the machine, each only when something
// it depends on has changed since it last succeeded. `mvn clean` forgets; `-Dportal.skip` leaves the portal out.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const portal = fileURLToPath(new URL('..', import.meta.url));
const target = join(portal, '..', 'target');
const [step, flag] = process.argv.slice(2);

const lock = ['package.json', 'package-lock.json', '.npmrc'];
const sources = [
  ...lock,
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'biome.json',
  'public',
  'src',
  'scripts',
  '../../contracts/openapi',
];
const steps = {
  install: {
    inputs: lock,
    mark: join(portal, 'node_modules', '.guildhall-installed'),
    npm: ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
  },
  build: {
    inputs: sources,
    mark: join(target, 'portal-built'),
    result: join(target, 'classes', 'static', 'index.html'),
    npm: ['run', '--silent', 'build', '--', '--logLevel', 'warn'],
  },
  test: { inputs: sources, mark: join(target, 'portal-tested'), npm: ['run', '--silent', 'test'] },
};

const { inputs, mark, result = mark, npm } = steps[step];
if (flag === 'skip=true') process.exit(0);

const fingerprint = fingerprintOf(inputs);
const upToDate = existsSync(mark) && existsSync(result) && readFileSync(mark, 'utf8') === fingerprint;
if (!upToDate) {
  const windows = process.platform === 'win32';
  const { status, error } = spawnSync(windows ? 'npm.cmd' : 'npm', npm, {
    cwd: portal,
    stdio: 'inherit',
    shell: windows,
  });
  if (error) {
    process.stderr.write(
      `npm cannot be started (${error.message}): install Node.js 20 or newer, or leave the portal out with -Dportal.skip\n`,
    );
  }
  if (error || status !== 0) process.exit(status || 1);
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, fingerprint);
}

function fingerprintOf(names) {
  const hash = createHash('sha256').update(process.version);
  for (const file of names.flatMap(filesIn).sort()) {
    hash.update(relative(portal, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(name) {
  const path = join(portal, name);
  const entries = readdirSync(dirname(path), { withFileTypes: true });
  const entry = entries.find((one) => one.name === name.split('/').at(-1));
  if (!entry?.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath ?? one.path, one.name));
}
