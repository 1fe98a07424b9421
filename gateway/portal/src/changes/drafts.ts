/** The name under which is kept what somebody proposes for a page. */
export function proposalOf(page: string): string {
  return `propose.${page}`;
}

/** The same for the text that is settled where a proposal meets what was written since. */
export function settlingOf(change: string): string {
  return `settle.${change}`;
}
