import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Community, FolderPage, Folder as Given } from '../api/contract';
import type { Problem } from '../api/problem';
import { queryClient } from '../api/query';
import { upload } from '../api/upload';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { DropArea } from '../ui/DropArea';
import { Mark } from '../ui/Marks';
import { Notice, ProblemNotice } from '../ui/States';
import { folderWords, told } from './brought';

type Verdict = FolderPage['verdict'];

/** A folder of Markdown files, or one by itself, comes into the playbook: first it is said what would be done, then it is done. */
export function Folder({ one, onClose }: { one: Community; onClose: () => void }) {
  const [file, setFile] = useState<File | undefined>();
  const [sent, setSent] = useState<number | undefined>();
  const [given, setGiven] = useState<Given | undefined>();
  const [problem, setProblem] = useState<Problem | undefined>();

  const sending = useRef<AbortController | undefined>(undefined);
  const send = async (wanted: File, apply: boolean) => {
    // An earlier answer would stand for a file that is not chosen any more.
    sending.current?.abort();
    const stop = new AbortController();
    sending.current = stop;
    setProblem(undefined);
    setSent(0);
    try {
      const path = `/api/cop/communities/${one.id}/playbook/imports?${new URLSearchParams({ name: wanted.name, apply: `${apply}` })}`;
      setGiven(await upload<Given>(path, wanted, setSent, stop.signal));
      if (apply) await queryClient.invalidateQueries({ predicate: ({ queryKey }) => isOfPages(queryKey[0]) });
    } catch (refused) {
      setProblem(refused as Problem);
    }
    setSent(undefined);
  };
  const choose = (wanted: File | undefined) => {
    if (!wanted) return;
    setFile(wanted);
    setGiven(undefined);
    void send(wanted, false);
  };
  const [several, setSeveral] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const drop = ([dropped, ...others]: File[]) => {
    setSeveral(others.length > 0);
    if (!dropped || others.length > 0) return;
    const chosen = new DataTransfer();
    chosen.items.add(dropped);
    // So that it is named where a chosen one is.
    if (chooser.current) chooser.current.files = chosen.files;
    choose(dropped);
  };
  const willWrite = given?.pages.some(({ verdict }) => writes.has(verdict)) ?? false;

  return (
    <Dialog title="Bring in a folder or a page" onClose={onClose} wide>
      <div className="stack">
        <p className="quiet">
          A zip file of Markdown files, or one Markdown file, as the export makes it or written by hand. What was
          written here since is kept: both are brought together, and where the same lines differ, the page stays as it
          is.
        </p>
        <DropArea label="What is brought in" onFiles={drop}>
          <label htmlFor="folder-file" className="strong">
            Drop a zip file or a Markdown file here, or choose it
          </label>
          <input
            id="folder-file"
            type="file"
            accept=".zip,.md,application/zip,text/markdown"
            data-autofocus
            ref={chooser}
            onClick={(event) => {
              // The same file may have been changed since.
              event.currentTarget.value = '';
            }}
            onChange={(event) => {
              setSeveral(false);
              choose(event.target.files?.[0]);
            }}
          />
        </DropArea>
        {sent !== undefined && (
          <progress className="added-progress" aria-label="Sending it" max={1} value={sent < 1 ? sent : undefined} />
        )}
        {several && <Notice tone="warn">One file at a time; pack several pages into a zip file.</Notice>}
        <ProblemNotice problem={problem} />
        {given && (
          <>
            <p role="status" className="strong">
              {told(given)}
            </p>
            <ul className="rows">
              {given.pages.map((page) => (
                <Row key={page.path} page={page} isHere={given.applied || page.verdict !== 'NEW'} />
              ))}
            </ul>
          </>
        )}
        <div className="actions">
          <Button onClick={onClose}>{given && (given.applied || !willWrite) ? 'Done' : 'Cancel'}</Button>
          {file && given && !given.applied && willWrite && (
            <Button kind="primary" busy={sent !== undefined} onClick={() => void send(file, true)}>
              Bring it in
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

const writes = new Set<Verdict>(['NEW', 'CHANGED', 'MERGED']);

const looks: Record<Verdict, Omit<Parameters<typeof Mark>[0], 'children'>> = {
  NEW: { icon: 'plus', tone: 'good' },
  CHANGED: { icon: 'pen', tone: 'accent' },
  MERGED: { icon: 'swap', tone: 'accent' },
  UNCHANGED: { icon: 'check' },
  CONFLICT: { icon: 'risk', tone: 'warn' },
  REFUSED: { icon: 'off', tone: 'bad' },
};

function Row({ page, isHere }: { page: FolderPage; isHere: boolean }) {
  return (
    <li className="stack tight">
      <div className="spread">
        <div className="grow">
          <p className="strong" dir="auto">
            {page.page && isHere ? (
              <Link href={`/pages/${page.page}`} className="plain-link">
                {page.title}
              </Link>
            ) : (
              page.title
            )}
          </p>
          <p className="small quiet">{page.path}</p>
        </div>
        <Mark {...looks[page.verdict]}>{folderWords[page.verdict]}</Mark>
      </div>
      {page.why && <p className="small">{page.why}</p>}
      {page.together && (
        <details>
          <summary>Both together</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
          <pre className="folder-together" tabIndex={0} dir="auto">
            {page.together}
          </pre>
        </details>
      )}
    </li>
  );
}

function isOfPages(key: unknown): boolean {
  return typeof key === 'string' && key.startsWith('/api/cop/');
}
