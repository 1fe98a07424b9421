import { useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../api/client';
import { offlineProblem, Problem } from '../api/problem';
import { newest } from './newest';

interface Seen {
  html: string;
  problem?: Problem | undefined;
}

/** Milliseconds without a key after which the preview is asked for. */
const pause = 250;

/** How a text will look, a moment after it was typed; what does not work leaves the last preview there. */
export function usePreview(text: string, known: { text: string; html: string }): Seen {
  const [seen, setSeen] = useState<Seen>({ html: text === known.text ? known.html : '' });
  const given = useRef(known);
  given.current = known;
  const ask = useMemo(
    () =>
      newest(
        (wanted: string) =>
          wanted === given.current.text
            ? Promise.resolve(given.current.html)
            : call('post', '/api/cop/preview', { body: { text: wanted } }).then((rendered) => rendered.html),
        (html) => setSeen({ html }),
        (why) => setSeen((before) => ({ html: before.html, problem: why instanceof Problem ? why : offlineProblem() })),
      ),
    [],
  );
  useEffect(() => {
    const timer = setTimeout(() => void ask(text), pause);
    return () => clearTimeout(timer);
  }, [text, ask]);
  return seen;
}
