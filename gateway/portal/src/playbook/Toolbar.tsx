import { type ChangeName, changes, stretch, type Written } from './selection';

const mac = /mac|iphone|ipad/i.test(navigator.userAgent);
const control = mac ? '⌘' : 'Ctrl ';

interface Tool {
  name: ChangeName;
  says: string;
  key?: string;
  path: string;
}

const tools: Tool[] = [
  { name: 'heading', says: 'Heading', path: 'M6 5v14M18 5v14M6 12h12' },
  { name: 'bold', says: 'Bold', key: 'b', path: 'M7 5h6a3.500 3.500 0 0 1 0 7H7zM7 12h7a3.500 3.500 0 0 1 0 7H7z' },
  { name: 'italic', says: 'Italic', key: 'i', path: 'M10 5h7M7 19h7M14 5l-4 14' },
  {
    name: 'link',
    says: 'Link',
    key: 'k',
    path: 'M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1',
  },
  { name: 'list', says: 'List', path: 'M9 6.500h11M9 12h11M9 17.500h11M4.500 6.500h.1M4.500 12h.1M4.500 17.500h.1' },
  { name: 'task', says: 'Tasks', path: 'M4 5h6v6H4zM5.500 8l1.200 1.200L9 6.800M13 8h7M4 14h6v6H4zM13 17h7' },
  { name: 'table', says: 'Table', path: 'M4 5h16v14H4zM4 10h16M4 14.500h16M12 10v9' },
  { name: 'code', says: 'Code', path: 'M9 7l-5 5 5 5M15 7l5 5-5 5' },
  { name: 'note', says: 'Note that stands out', path: 'M5 4v16M9 7h11M9 12h11M9 17h7' },
];

/** Changes what is selected in the field, so that the field can undo it like what was typed. */
export function change(field: HTMLTextAreaElement, how: (before: Written) => Written) {
  const before = { text: field.value, start: field.selectionStart, end: field.selectionEnd };
  const after = how(before);
  const { start, end, text } = stretch(before.text, after.text);
  field.focus();
  if (start !== end || text !== '') {
    field.setSelectionRange(start, end);
    // The only way that keeps what the field can undo; where it does not work, the text is set.
    if (!document.execCommand(text === '' ? 'delete' : 'insertText', false, text)) {
      field.setRangeText(text, start, end);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  field.setSelectionRange(after.start, after.end);
}

/** The change that a key stands for, with Ctrl or Cmd. */
export function keyed(key: string): ((before: Written) => Written) | undefined {
  const name = tools.find((tool) => tool.key === key.toLowerCase())?.name;
  return name && changes[name];
}

export function Toolbar({
  onChange,
  onFile,
}: {
  onChange: (how: (before: Written) => Written) => void;
  /** Left out where there is nowhere to keep a file. */
  onFile?: (() => void) | undefined;
}) {
  return (
    <fieldset className="toolbar" aria-label="Formatting">
      {tools.map(({ name, says, key, path }) => (
        <button
          key={name}
          type="button"
          className="button ghost icon-only"
          aria-label={says}
          aria-keyshortcuts={key && `${mac ? 'Meta' : 'Control'}+${key.toUpperCase()}`}
          title={key ? `${says} (${control}${key.toUpperCase()})` : says}
          onClick={() => onChange(changes[name])}
        >
          <Drawing path={path} heavy={name === 'bold'} />
        </button>
      ))}
      {onFile && (
        <button
          type="button"
          className="button ghost icon-only"
          aria-label="Image or file"
          title="Image or file; you can also paste or drop one"
          onClick={onFile}
        >
          <Drawing path="M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9h.1" />
        </button>
      )}
    </fieldset>
  );
}

function Drawing({ path, heavy = false }: { path: string; heavy?: boolean }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={heavy ? 2.4 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}
