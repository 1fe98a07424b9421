import type { Folder, FolderPage } from '../api/contract';

export const folderWords: Record<FolderPage['verdict'], string> = {
  NEW: 'New',
  CHANGED: 'Changed',
  MERGED: 'Brought together',
  UNCHANGED: 'As it is here',
  CONFLICT: 'Both changed the same lines',
  REFUSED: 'Cannot be taken',
};

const parts: [FolderPage['verdict'][], string][] = [
  [['NEW'], 'new'],
  [['CHANGED', 'MERGED'], 'changed'],
  [['UNCHANGED'], 'as they are'],
  [['CONFLICT', 'REFUSED'], 'left out'],
];

/** What an import would do or has done, in one line. */
export function told({ applied, pages }: Pick<Folder, 'applied'> & { pages: Pick<FolderPage, 'verdict'>[] }): string {
  const counts = parts
    .map(([verdicts, word]) => ({ word, count: pages.filter(({ verdict }) => verdicts.includes(verdict)).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`);
  return `${applied ? 'Done' : 'This would come of it'}: ${counts.join(', ')}.`;
}
