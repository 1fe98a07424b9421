import { useEffect, useState } from 'react';
import type { SharedFile } from '../api/contract';
import { Problem } from '../api/problem';
import { upload } from '../api/upload';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice, TextField } from '../ui/Field';
import { ProblemNotice } from '../ui/States';
import { markdownOf, mostBytes } from './files';

/** Sends one file to the community while its writer says what it shows. */
export function AddFile({
  community,
  file,
  onInsert,
  onClose,
}: {
  community: string;
  file: File;
  onInsert: (markdown: string) => void;
  onClose: () => void;
}) {
  const [sent, setSent] = useState(0);
  const [stored, setStored] = useState<SharedFile | undefined>();
  const [problem, setProblem] = useState<Problem | undefined>();
  const [words, setWords] = useState<string | undefined>();
  const [decoration, setDecoration] = useState(false);
  const [missing, setMissing] = useState(false);
  const [attempt, setAttempt] = useState(1);
  const image = stored?.image ?? file.type.startsWith('image/');
  const said = words ?? (image ? '' : file.name);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt sends it again
  useEffect(() => {
    const stop = new AbortController();
    send(community, file, setSent, stop.signal).then(
      (answer) => !stop.signal.aborted && setStored(answer),
      (refused) => !stop.signal.aborted && setProblem(refused),
    );
    return () => stop.abort();
  }, [community, file, attempt]);

  return (
    <Dialog title={image ? 'Add an image' : 'Add a file'} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!stored) return;
          if (said.trim() === '' && !(image && decoration)) setMissing(true);
          else onInsert(markdownOf(stored, image && decoration ? '' : said));
        }}
      >
        {stored?.image && <img className="added-image" src={stored.path} alt="" />}
        {!stored && !problem && (
          <div className="stack tight">
            <span className="small">{file.name}</span>
            <progress className="added-progress" aria-label={`Sending ${file.name}`} max={1} value={sent} />
          </div>
        )}
        {problem && (
          <>
            <p className="small strong">{file.name}</p>
            <ProblemNotice problem={problem} />
          </>
        )}
        <TextField
          label={image ? 'What does it show?' : 'Words of the link'}
          hint={image ? 'Read out to those who do not see it, and found by the search.' : undefined}
          error={missing ? (image ? 'Say what it shows.' : 'Say what it is called.') : undefined}
          maxLength={300}
          dir="auto"
          disabled={image && decoration}
          value={said}
          onText={(text) => {
            setWords(text);
            setMissing(false);
          }}
        />
        {image && (
          <Choice
            label="It is only there to look nice"
            checked={decoration}
            onChange={(event) => {
              setDecoration(event.target.checked);
              setMissing(false);
            }}
          />
        )}
        <div className="actions">
          <Button onClick={onClose}>{problem ? 'Close' : 'Cancel'}</Button>
          {problem ? (
            <Button
              kind="primary"
              onClick={() => {
                setProblem(undefined);
                setSent(0);
                setAttempt(attempt + 1);
              }}
            >
              Send it again
            </Button>
          ) : (
            <Button type="submit" kind="primary" busy={!stored}>
              {stored ? 'Insert' : 'Sending…'}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

/** Nobody waits for what is refused anyway. */
function send(community: string, file: File, onProgress: (share: number) => void, signal: AbortSignal) {
  if (file.size > mostBytes) {
    const detail = 'A file has at most 10 MB, and an image 5; make it smaller and give it again.';
    return Promise.reject(new Problem({ type: 'about:blank', status: 413, title: 'The file is too long', detail }));
  }
  const name = encodeURIComponent(file.name || 'image');
  return upload<SharedFile>(`/api/cop/communities/${community}/files?name=${name}`, file, onProgress, signal);
}
