/** What stands in a text field, and what of it is selected. */
export interface Written {
  text: string;
  start: number;
  end: number;
}

type Change = (before: Written) => Written;

/** Puts the selection between two marks, or takes them off where they are; without a selection, the words to replace. */
function around(mark: string, words: string): Change {
  return ({ text, start, end }) => {
    const inside = text.slice(start, end);
    const size = mark.length;
    if (text.slice(start - size, start) === mark && text.slice(end, end + size) === mark) {
      return {
        text: text.slice(0, start - size) + inside + text.slice(end + size),
        start: start - size,
        end: end - size,
      };
    }
    if (inside.length > 2 * size && inside.startsWith(mark) && inside.endsWith(mark)) {
      const bare = inside.slice(size, -size);
      return { text: text.slice(0, start) + bare + text.slice(end), start, end: start + bare.length };
    }
    const filled = inside || words;
    return {
      text: text.slice(0, start) + mark + filled + mark + text.slice(end),
      start: start + size,
      end: start + size + filled.length,
    };
  };
}

/** Changes the lines that the selection touches, and selects what has become of them. */
function lines(change: (lines: string[]) => string[]): Change {
  return ({ text, start, end }) => {
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const after = text.indexOf('\n', end > start && text[end - 1] === '\n' ? end - 1 : end);
    const to = after < 0 ? text.length : after;
    const changed = change(text.slice(from, to).split('\n')).join('\n');
    const made = text.slice(0, from) + changed + text.slice(to);
    const empty = start === end && !changed.includes('\n');
    return { text: made, start: empty ? from + changed.length : from, end: from + changed.length };
  };
}

const bullet = /^(\s*)[-*+] (?!\[[ xX]\] )/;
const task = /^(\s*)[-*+] \[[ xX]\] /;

/** Gives each line a beginning, or takes it from all where all have it. */
function begun(pattern: RegExp, beginning: string, instead: RegExp): Change {
  return lines((each) => {
    const full = each.filter((line) => line.trim() !== '');
    if (full.length > 0 && full.every((line) => pattern.test(line)))
      return each.map((line) => line.replace(pattern, '$1'));
    return each.map((line) =>
      line.trim() === '' && each.length > 1 ? line : line.replace(instead, '$1').replace(/^(\s*)/, `$1${beginning}`),
    );
  });
}

/** Puts a block between empty lines, and selects a part of it. */
function block(make: (selected: string) => { text: string; select: string }): Change {
  return ({ text, start, end }) => {
    const before = text.slice(0, start);
    const after = text.slice(end);
    const made = make(text.slice(start, end));
    const lead = before === '' ? '' : before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
    const trail = after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
    const at = before.length + lead.length + made.text.indexOf(made.select);
    return { text: before + lead + made.text + trail + after, start: at, end: at + made.select.length };
  };
}

const code: Change = (before) => {
  const selected = before.text.slice(before.start, before.end);
  if (!selected.includes('\n')) return around('`', 'code')(before);
  return block((text) => ({ text: `\`\`\`\n${text.replace(/\n$/, '')}\n\`\`\``, select: text.replace(/\n$/, '') }))(
    before,
  );
};

const link: Change = ({ text, start, end }) => {
  const selected = text.slice(start, end);
  const address = /^(https?:\/\/|\/)\S+$/.test(selected) ? selected : 'https://';
  const words = address === selected || selected === '' ? 'words' : selected;
  const made = `[${words}](${address})`;
  const at = words === 'words' ? start + 1 : start + made.length - address.length - 1;
  const size = words === 'words' ? words.length : address.length;
  return { text: text.slice(0, start) + made + text.slice(end), start: at, end: at + size };
};

/** From a paragraph to a heading of a section, of a part of it, and back. */
const heading: Change = lines((each) =>
  each.map((line, index) => {
    if (index > 0) return line;
    const level = /^(#+) /.exec(line)?.[1]?.length ?? 0;
    const bare = line.replace(/^#+ /, '');
    return level === 0 ? `## ${bare}` : level === 2 ? `### ${bare}` : bare;
  }),
);

export const changes = {
  bold: around('**', 'bold'),
  italic: around('*', 'italic'),
  link,
  heading,
  list: begun(bullet, '- ', task),
  task: begun(task, '- [ ] ', bullet),
  code,
  table: block(() => ({ text: '| What | Who |\n| --- | --- |\n| First | |', select: 'What' })),
  note: block((selected) => ({
    text: `> [!NOTE]\n${(selected || 'What is worth knowing').replace(/\n$/, '').replace(/^/gm, '> ')}`,
    select: (selected || 'What is worth knowing').replace(/\n$/, '').split('\n')[0] ?? '',
  })),
} satisfies Record<string, Change>;

export type ChangeName = keyof typeof changes;

/** The stretch in which two texts differ, so that only this is typed anew and the field can still undo it. */
export function stretch(before: string, after: string): { start: number; end: number; text: string } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = before.length;
  let last = after.length;
  while (end > start && last > start && before[end - 1] === after[last - 1]) {
    end--;
    last--;
  }
  return { start, end, text: after.slice(start, last) };
}
