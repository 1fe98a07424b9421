import type { SearchHit } from '../api/contract';

export type ExcerptParts = SearchHit['highlights']['title'];

/** Plain text in which what was looked for is marked. */
export function Excerpt({ parts }: { parts: ExcerptParts }) {
  return parts.map((part, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place
    part.hit ? <mark key={place}>{part.text}</mark> : part.text,
  );
}
