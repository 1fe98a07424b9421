/** The name under which is kept what somebody types into a page. */
export function draftOf(page: string): string {
  return `page.${page}`;
}
