import type { Written } from './selection';

/** What a page takes, as a browser asks for it; what a file really is, the service sees. */
export const accepted = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  ...['pdf', 'txt', 'csv', 'md', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'].map((end) => `.${end}`),
].join(',');

export const mostBytes = 10 * 1024 * 1024;

/** As people say it: 340 KB, 2.4 MB. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1000 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

/** An image with its description, or a link with its words, as Markdown. */
export function markdownOf({ path, image }: { path: string; image: boolean }, words: string): string {
  const plain = words
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\[\]*_`<>]/g, '\\$&');
  return `${image ? '!' : ''}[${plain}](${path})`;
}

/** Puts a text in the place of what is selected. */
export function inserted({ text, start, end }: Written, more: string): Written {
  const at = start + more.length;
  return { text: text.slice(0, start) + more + text.slice(end), start: at, end: at };
}

/** Files that are pasted or dropped; none where there are words as well, as programs add a picture of them. */
export function filesOf(given: DataTransfer | null): File[] {
  if (given === null) return [];
  if (given.getData('text/plain') !== '') return [];
  const html = given.getData('text/html');
  return html === '' || isImageAlone(html) ? [...given.files] : [];
}

/** As browsers copy an image: its element, and the file. */
function isImageAlone(html: string): boolean {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return body.querySelectorAll('img').length === 1 && body.textContent.trim() === '';
}
