import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** A small invented organization and its features. */
export const invented = [
  resolve(here, '../../team-service/src/test/resources/imports/catalog.yaml'),
  resolve(here, '../../roadmap-service/src/test/resources/imports/features.csv'),
];

/** A small invented catalog with communities, and when they meet. */
export const communities = [
  resolve(here, '../../cop-service/src/test/resources/imports/communities.yaml'),
  resolve(here, '../../cop-service/src/test/resources/imports/meetings.csv'),
];

/** A real organization where one lies beside the repository, and the invented one otherwise. */
export const organization = beside() ?? invented;

function beside(): string[] | undefined {
  for (let folder = here; folder !== dirname(folder); folder = dirname(folder)) {
    const real = join(folder, 'shared/data/kubernetes');
    if (existsSync(real)) return [join(real, 'catalog.yaml'), join(real, 'features.csv')];
  }
  return undefined;
}
