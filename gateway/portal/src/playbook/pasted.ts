import Turndown from 'turndown';

/** What says more than plain text does; without any of it, the plain text is what the writer copied. */
const telling = 'a[href], table, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, b, strong, i, em, code, pre, del, s, img';

/**
 * What was copied from a page or a document, as Markdown; undefined where its plain text says as much. Nothing of it is
 * run or fetched: the document is only read.
 */
export function markdownFrom(document: Document): string | undefined {
  const { body } = document;
  for (const each of body.querySelectorAll('script, style, noscript, template, iframe, object, svg, title, meta, link'))
    each.remove();
  const only = body.children.length === 1 ? body.children[0] : undefined;
  if (!body.querySelector(telling) || only?.nodeName === 'PRE') return undefined;
  return turndown.turndown(body).trim() || undefined;
}

const turndown = new Turndown({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
  hr: '---',
});

/** A list item begins after one space, as on GitHub and as the toolbar writes it. */
turndown.addRule('item', {
  filter: 'li',
  replacement: (content, node) => {
    const list = node.parentElement;
    const box = node.querySelector('input[type=checkbox]');
    const task = box?.closest('li') === node ? (box.hasAttribute('checked') ? '[x] ' : '[ ] ') : '';
    const first = Number(list?.getAttribute('start') ?? 1);
    const mark = list?.nodeName === 'OL' ? `${first + Array.from(list.children).indexOf(node as Element)}. ` : '- ';
    const indented = content.trim().replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);
    return `${mark}${task}${indented}${node.nextSibling ? '\n' : ''}`;
  },
});

turndown.addRule('struck', { filter: ['del', 's'], replacement: (content) => `~~${content}~~` });

/** Word processors put all of a text into a bold that is none. */
turndown.addRule('not bold', {
  filter: (node) => node.nodeName === 'B' && /font-weight:\s*(normal|400)/.test(node.getAttribute('style') ?? ''),
  replacement: (content) => content,
});

/** A link that runs something, or an image that is not elsewhere, is only its words. */
turndown.addRule('nowhere', {
  filter: (node) =>
    (node.nodeName === 'A' && !/^(https?:|mailto:|\/|#)/i.test(node.getAttribute('href') ?? '')) ||
    (node.nodeName === 'IMG' && !/^(https?:|\/)/i.test(node.getAttribute('src') ?? '')),
  replacement: (content, node) => content || ((node as Element).getAttribute('alt') ?? ''),
});

turndown.addRule('cell', {
  filter: ['th', 'td'],
  replacement: (content, node) => {
    if (isLayout(tableOf(node))) return `\n\n${content}\n\n`;
    return ` ${content
      .trim()
      .replaceAll(/\s*\n\s*/g, ' ')
      .replaceAll(/(?<!\\)\|/g, '\\|')} |`;
  },
});

/** The first row is the head, whether the table says so or not: Markdown knows no table without one. */
turndown.addRule('row', {
  filter: 'tr',
  replacement: (content, node) => {
    const table = tableOf(node);
    if (isLayout(table)) return content;
    const columns = Math.max(...rowsOf(table).map((row) => row.children.length));
    const missing = ' |'.repeat(Math.max(0, columns - node.children.length));
    const head = rowsOf(table)[0] === node;
    return `|${content}${missing}\n${head ? `|${' --- |'.repeat(columns)}\n` : ''}`;
  },
});

turndown.addRule('rows', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content });
turndown.addRule('columns', { filter: ['colgroup', 'col'] as never[], replacement: () => '' });
turndown.addRule('table', { filter: 'table', replacement: (content) => `\n\n${content.trim()}\n\n` });

function tableOf(node: Node): Element | null {
  return (node as Element).closest('table');
}

function rowsOf(table: Element | null): Element[] {
  return table ? Array.from(table.querySelectorAll('tr')) : [];
}

/** A table that holds others, or one column only, arranges a page and tells nothing. */
function isLayout(table: Element | null): boolean {
  if (!table || table.querySelector('table')) return true;
  return rowsOf(table).every((row) => row.children.length < 2);
}
