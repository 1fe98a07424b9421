import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useLeaving } from '../app/leaving';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/Field';
import { Prose } from '../ui/Prose';
import { ProblemNotice } from '../ui/States';
import { AddFile } from './AddFile';
import './editor.css';
import { accepted, filesOf, inserted } from './files';
import { change, keyed, Toolbar } from './Toolbar';
import { usePreview } from './usePreview';

export interface Content {
  title: string;
  summary: string;
  text: string;
}

const mostCharacters = 200_000;

/** A form to write in, with what it will look like beside it, or behind it where there is no room. */
export function Editor({
  value,
  known,
  textLabel = 'Text',
  community,
  onChange,
  onSave,
  above,
  children,
}: {
  value: Content;
  /** What is there already, so that its look needs not be asked for. */
  known: { text: string; html: string };
  textLabel?: string;
  /** Where images and files of the text are kept; left out where the writer may add none. */
  community?: string | undefined;
  onChange: (change: Partial<Content>) => void;
  /** `stay` where the writer goes on writing. */
  onSave: (stay: boolean) => void;
  above?: ReactNode;
  children: ReactNode;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const preview = useRef<HTMLDivElement>(null);
  const leads = useRef<'text' | 'preview'>('text');
  const [shown, setShown] = useState<'text' | 'preview'>('text');
  const files = useFiles(field, community !== undefined);
  const id = useId();
  const { html, problem } = usePreview(value.text, known);

  const keys = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    if (event.key.toLowerCase() === 's') {
      event.preventDefault();
      if ((event.currentTarget as HTMLFormElement).reportValidity()) onSave(true);
      return;
    }
    const wanted = keyed(event.key);
    if (!wanted || !field.current || event.target !== field.current) return;
    event.preventDefault();
    event.stopPropagation();
    change(field.current, wanted);
  };
  const follow = (from: HTMLElement | null, to: HTMLElement | null, which: 'text' | 'preview') => {
    if (!from || !to || leads.current !== which) return;
    const share = from.scrollTop / Math.max(1, from.scrollHeight - from.clientHeight);
    to.scrollTop = share * (to.scrollHeight - to.clientHeight);
  };

  return (
    <>
      <form
        className="editor stack"
        data-shown={shown}
        onKeyDown={keys}
        onSubmit={(event) => {
          event.preventDefault();
          onSave(false);
        }}
      >
        <div className="editor-head">
          <TextField
            label="Title"
            required
            maxLength={200}
            dir="auto"
            value={value.title}
            onText={(title) => onChange({ title })}
            onKeyDown={notYet}
          />
          <TextField
            label="In one line"
            optional
            maxLength={200}
            dir="auto"
            placeholder="What it is about, for lists"
            value={value.summary}
            onText={(summary) => onChange({ summary })}
            onKeyDown={notYet}
          />
        </div>
        {above}
        <div className="editor-tabs">
          <Button size="small" aria-pressed={shown === 'text'} onClick={() => setShown('text')}>
            Write
          </Button>
          <Button size="small" aria-pressed={shown === 'preview'} onClick={() => setShown('preview')}>
            Preview
          </Button>
        </div>
        <div className="editor-panes">
          <div className="editor-text">
            <div className="spread">
              <label className="label" htmlFor={id}>
                {textLabel}
              </label>
              <Toolbar
                onChange={(how) => field.current && change(field.current, how)}
                onFile={community === undefined ? undefined : () => files.picker.current?.click()}
              />
            </div>
            <textarea
              id={id}
              ref={field}
              className="input"
              dir="auto"
              spellCheck
              aria-describedby={`${id}-hint`}
              value={value.text}
              onChange={(event) => onChange({ text: event.target.value })}
              onPaste={(event) => {
                const pastes =
                  files.take(filesOf(event.clipboardData)) || pasteHtml(event.currentTarget, event.clipboardData);
                if (pastes) event.preventDefault();
              }}
              onDrop={(event) => files.take(filesOf(event.dataTransfer)) && event.preventDefault()}
              onPointerEnter={() => {
                leads.current = 'text';
              }}
              onKeyDown={() => {
                leads.current = 'text';
              }}
              onScroll={() => follow(field.current, preview.current, 'text')}
            />
            <p className="small quiet spread" id={`${id}-hint`}>
              <span>
                Markdown, as on GitHub.{community !== undefined && ' Paste or drop images and files where they belong.'}
              </span>
              {value.text.length > 0.8 * mostCharacters && (
                <span>
                  {value.text.length.toLocaleString()} of {mostCharacters.toLocaleString()} characters
                </span>
              )}
            </p>
          </div>
          <section
            ref={preview}
            className="editor-preview"
            aria-label="Preview"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
            tabIndex={0}
            onPointerEnter={() => {
              leads.current = 'preview';
            }}
            onFocus={() => {
              leads.current = 'preview';
            }}
            onScroll={() => follow(preview.current, field.current, 'preview')}
          >
            {problem && <PreviewTrouble problem={problem} />}
            {value.text.trim() === '' ? (
              <p className="quiet">What you write shows here as it will look.</p>
            ) : (
              <Prose html={html} />
            )}
          </section>
        </div>
        {children}
      </form>
      {community !== undefined && (
        <>
          <input
            ref={files.picker}
            type="file"
            hidden
            multiple
            accept={accepted}
            onChange={(event) => {
              files.take([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          {files.next && (
            <AddFile
              key={files.number}
              community={community}
              file={files.next}
              onInsert={files.insert}
              onClose={files.drop}
            />
          )}
        </>
      )}
    </>
  );
}

/**
 * The files that are given to a text, one after the other. What stands for one is inserted between its dialog and the
 * next, as what is behind a dialog takes neither the focus nor what is typed.
 */
function useFiles(field: { current: HTMLTextAreaElement | null }, taken: boolean) {
  const [waiting, setWaiting] = useState<File[]>([]);
  const [number, setNumber] = useState(0);
  const [between, setBetween] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const ready = useRef<string | undefined>(undefined);
  const follows = useRef(false);

  useEffect(() => {
    if (!between) return undefined;
    const timer = setTimeout(() => {
      const more = ready.current;
      ready.current = undefined;
      if (more !== undefined && field.current) {
        const apart = follows.current ? '\n\n' : '';
        change(field.current, (before) => inserted(before, apart + more));
        follows.current = true;
      }
      setBetween(false);
    });
    return () => clearTimeout(timer);
  }, [between, field]);

  const drop = () => {
    setWaiting((files) => files.slice(1));
    setNumber((before) => before + 1);
    setBetween(true);
  };
  return {
    picker,
    number,
    next: between ? undefined : waiting[0],
    drop,
    take: (more: File[]) => {
      if (!taken || more.length === 0) return false;
      if (waiting.length === 0) follows.current = false;
      setWaiting((files) => [...files, ...more]);
      return true;
    },
    insert: (markdown: string) => {
      ready.current = markdown;
      drop();
    },
  };
}

/** Takes what is pasted as Markdown, where it is more than plain text; whoever wants it plain pastes it so. */
function pasteHtml(field: HTMLTextAreaElement, given: DataTransfer): boolean {
  const html = given.getData('text/html');
  const plain = given.getData('text/plain');
  if (html === '') return false;
  void import('./pasted')
    .then(({ markdownFrom }) => markdownFrom(new DOMParser().parseFromString(html, 'text/html')))
    .catch(() => undefined)
    .then((markdown) => change(field, (before) => inserted(before, markdown ?? plain)));
  return true;
}

/** The text may be refused for what can be changed; that nobody answers is said quietly, as it passes. */
function PreviewTrouble({ problem }: { problem: Parameters<typeof ProblemNotice>[0]['problem'] & object }) {
  if (problem.status >= 400 && problem.status < 500) return <ProblemNotice problem={problem} />;
  return <p className="small quiet">The preview is not reached right now; it comes back with what you type.</p>;
}

/** A line is ended with Enter by habit; only the button saves. */
function notYet(event: KeyboardEvent) {
  if (event.key === 'Enter') event.preventDefault();
}

/** Asks before what is unsaved is left. */
export function Leaving({ unsaved }: { unsaved: boolean }) {
  const { asked, leave, stay } = useLeaving(unsaved);
  if (!asked) return null;
  return (
    <Dialog title="It is not saved yet" onClose={stay}>
      <div className="stack">
        <p>What you typed is kept in this tab: come back, and it is there. Nobody else sees it until you save.</p>
        <div className="actions">
          <Button onClick={leave}>Leave</Button>
          <Button kind="primary" data-autofocus onClick={stay}>
            Stay
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
